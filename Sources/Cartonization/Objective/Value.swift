/// How an answer is judged: least first, one number after the other.
struct Value: Comparable, Hashable {
    /// Pieces left behind.
    var unpacked = 0
    /// The criteria of the profile, in its order.
    var first = 0
    var second = 0
    var third = 0

    static func < (left: Value, right: Value) -> Bool {
        (left.unpacked, left.first, left.second, left.third)
            < (right.unpacked, right.first, right.second, right.third)
    }

    static func + (left: Value, right: Value) -> Value {
        Value(
            unpacked: left.unpacked + right.unpacked, first: left.first + right.first,
            second: left.second + right.second, third: left.third + right.third)
    }

    static func += (left: inout Value, right: Value) { left = left + right }

    static func * (count: Int, value: Value) -> Value {
        Value(
            unpacked: count * value.unpacked, first: count * value.first, second: count * value.second,
            third: count * value.third)
    }
}
