import Testing

@testable import Operations

@Suite struct StoredPropertyTests {
    private struct Inner: Equatable { var (first, second) = ("a", [1, 2]) }

    private struct Outer {
        var number = 7
        var inner = Inner()
        var note: String?
        var doubled: Int {
            get { number * 2 }
            set { number = newValue / 2 }
        }
    }

    private func read<Value>(_ place: Place<Outer, Value>, in outer: Outer) -> Value {
        withUnsafePointer(to: outer) { StoredProperty(place).read(in: $0) }
    }

    @Test func whatIsStoredIsReadWhereItLies() {
        var outer = Outer()
        outer.note = "a note that is too long to lie in the text itself"
        #expect(read(\.number, in: outer) == 7)
        #expect(read(\.inner, in: outer) == Inner())
        #expect(read(\.inner.second, in: outer) == [1, 2])
        #expect(read(\.note, in: outer) == outer.note)
        #expect(read(\.note, in: Outer()) == nil)
    }

    @Test func whatIsComputedIsComputed() {
        #expect(read(\.doubled, in: Outer()) == 14)
    }
}
