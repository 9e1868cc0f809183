/// How an answer is judged: least first, one number after the other.
struct Value: Comparable, Hashable {
    var unpacked = 0
    var parcels = 0
    var cost = 0
    var volume = 0

    static func < (left: Value, right: Value) -> Bool {
        (left.unpacked, left.parcels, left.cost, left.volume)
            < (right.unpacked, right.parcels, right.cost, right.volume)
    }
}
