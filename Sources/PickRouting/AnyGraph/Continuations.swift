/// The most promising ways to go on with a chain of exchanges, best first.
struct Continuations {
    struct Choice {
        var third: Int32 = 0
        var fourth: Int32 = 0
        /// By how much the edges removed are longer than those added, the edge to the fourth node among those
        /// removed.
        var rest = 0
    }

    private(set) var count = 0
    // Fixed places: a chain's breadth is at most five, and a step must not allocate.
    private var choices = InlineArray<5, Choice>(repeating: Choice())

    subscript(index: Int) -> Choice { choices[index] }

    /// Keeps the choice if it is among the best `limit` so far.
    @inline(__always)
    mutating func offer(_ choice: Choice, atMost limit: Int) {
        assert(limit >= 1 && limit <= choices.count)
        var slot = count
        if slot == limit {
            if choices[limit - 1].rest >= choice.rest { return }
            slot -= 1
        } else {
            count += 1
        }
        while slot > 0, choices[slot - 1].rest < choice.rest {
            choices[slot] = choices[slot - 1]
            slot -= 1
        }
        choices[slot] = choice
    }
}
