/// The placed pieces of a box by the height of their tops: what may carry a piece is found without reading
/// all others, however many there are.
///
/// Pieces whose tops differ by a multiple of ``listCount`` share a list, so a walk along one compares heights.
struct TopIndex {
    /// Most boxes are lower than so many millimetres: there, each height has a list of its own.
    private static let listCount = 512

    private struct List {
        var first: Int32 = -1
        var last: Int32 = -1
        var count: Int32 = 0
    }

    private let lists: UnsafeMutablePointer<List>

    init() {
        lists = .allocate(capacity: Self.listCount)
        lists.initialize(repeating: List(), count: Self.listCount)
    }

    func deallocate() { lists.deallocate() }

    @inline(__always)
    private func list(_ height: Int32) -> UnsafeMutablePointer<List> {
        lists + Int(height) & (Self.listCount &- 1)
    }

    /// Adds the piece at `index`, after all that were added before.
    @inline(__always)
    func append(_ index: Int, _ placed: UnsafeMutablePointer<PlacedPiece>) {
        assert(placed[index].place.z1 >= 0, "a height below the floor")
        let list = list(placed[index].place.z1)
        let added = Int32(truncatingIfNeeded: index)
        placed[index].nextOnList = -1
        if list.pointee.last < 0 {
            list.pointee.first = added
        } else {
            placed[Int(list.pointee.last)].nextOnList = added
        }
        list.pointee.last = added
        list.pointee.count &+= 1
    }

    /// - Complexity: linear in `count`, the number of pieces that were added.
    @inline(__always)
    func removeAll(_ placed: UnsafeMutablePointer<PlacedPiece>, count: Int) {
        for index in 0..<count { list(placed[index].place.z1).pointee = List() }
    }

    /// The first piece on the list of `height`, negative where it is empty.
    @inline(__always)
    func first(at height: Int32) -> Int { Int(list(height).pointee.first) }

    /// How many pieces a walk along the list of `height` reads.
    @inline(__always)
    func count(at height: Int32) -> Int { Int(list(height).pointee.count) }
}
