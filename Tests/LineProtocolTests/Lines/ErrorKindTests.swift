import Domain
import JSON
import Testing

@testable import LineProtocol

@Suite struct ErrorKindTests {
    @Test func codesOfTheDaemonsOwnKindsAreUnique() {
        let own = ErrorKind.allCases.map(\.code).filter { $0 >= 1000 }
        #expect(Set(own).count == own.count)
    }

    @Test func kindsAreStableWords() {
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789_")
        for kind in ErrorKind.allCases {
            #expect(kind.rawValue.allSatisfy(letters.contains), "\(kind.rawValue)")
            #expect(kind.meaning.hasSuffix("."))
        }
    }

    @Test func retryIsSaidWhereTheSameLineMaySucceed() throws {
        let full = ProtocolError(.diskFull, "the disk is full")
        #expect(
            full.json == [
                "code": 1052, "message": "the disk is full", "data": ["kind": "disk_full", "retry": true],
            ])
        let wrong = ProtocolError(.wrongBin, "this is B-3-11", ["expected": "B-3-12", "scanned": "B-3-11"])
        #expect(wrong.json["data"] == ["kind": "wrong_bin", "expected": "B-3-12", "scanned": "B-3-11"])
    }
}
