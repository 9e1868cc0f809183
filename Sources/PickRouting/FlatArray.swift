/// A fixed number of plain values in memory that only this array owns.
///
/// The searches read and write theirs millions of times a second: indexing counts no references, copies
/// nothing, and is checked in debug builds only.
struct FlatArray<Element: BitwiseCopyable>: ~Copyable {
    let count: Int
    let base: UnsafeMutablePointer<Element>

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: count)
        elements.withUnsafeBufferPointer { source in
            if let first = source.baseAddress { base.initialize(from: first, count: source.count) }
        }
    }

    init(repeating element: Element, count: Int) {
        self.count = count
        base = .allocate(capacity: count)
        base.initialize(repeating: element, count: count)
    }

    deinit { base.deallocate() }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(0..<count ~= index)
            return base[index]
        }
        @inline(__always) nonmutating set {
            assert(0..<count ~= index)
            base[index] = newValue
        }
    }

    @inline(__always)
    func fill(_ element: Element, upTo end: Int) {
        assert(end <= count)
        base.update(repeating: element, count: end)
    }
}
