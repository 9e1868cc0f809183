import Common
import Domain
import Testing

@testable import Fulfillment

/// A sentence of which there is a sample of each case: one that is added compiles only with a sample.
protocol SampledSentence: Sentence {
    associatedtype Kind: CaseIterable & Hashable

    var kind: Kind { get }

    /// With facts as long as they are on a large floor.
    static func sample(of kind: Kind) -> (sentence: Self, english: String)
}

/// How much of a handheld's screen of 24 rows and 40 columns is for a sentence before it is cut.
enum ScreenRoom {
    static let columns = 40
    static let instructionRows = 3
    static let noticeRows = 4
    /// A reason stands in the list of facts below the prompt, behind their names.
    static let reasonColumns = 32
    static let reasonRows = 4
}

/// Every case has its words, and all of them fit.
func expectWords<Said: SampledSentence>(
    of type: Said.Type, columns: Int = ScreenRoom.columns, rows: Int,
    at location: SourceLocation = #_sourceLocation
) {
    for kind in Said.Kind.allCases {
        let (sentence, english) = Said.sample(of: kind)
        #expect(sentence.kind == kind, sourceLocation: location)
        #expect(sentence.words(in: .english) == english, sourceLocation: location)
        for language in Language.allCases {
            let words = sentence.words(in: language)
            #expect(words.contains { $0 != " " }, "\(kind) in \(language)", sourceLocation: location)
            #expect(words.wrapped(toColumns: columns).count <= rows, "\(words)", sourceLocation: location)
        }
    }
}
