/// How far a shift has come, by the events that a subscriber has read since it began.
struct ShiftProgress {
    private let listener: EventListener
    private let orders: Int
    private let console: Console
    private let before: [String: Int]
    private let start = ContinuousClock.now

    private static let steps = [
        ("picked", "order.picked"), ("packed", "order.packed"), ("with the driver", "order.in_transit"),
    ]

    init(listener: EventListener, orders: Int, console: Console) {
        self.listener = listener
        self.orders = orders
        self.console = console
        before = Dictionary(uniqueKeysWithValues: Self.steps.map { ($0.1, listener.count(of: $0.1)) })
    }

    var elapsed: Duration { start.duration(to: .now) }

    func show() {
        let counts = Self.steps.map { (name: $0.0, count: listener.count(of: $0.1) - (before[$0.1] ?? 0)) }
        let text = counts.map { "\($0.name) \(Figure.whole($0.count))" }.joined(separator: "   ")
        console.progress(
            counts[counts.count - 1].count, of: orders, "\(text)   \(Figure.decimal(elapsed / .seconds(1))) s"
        )
    }
}
