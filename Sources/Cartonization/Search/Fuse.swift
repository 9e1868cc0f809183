/// The clock as a last resort: a moment after which a search gives the best that it has.
///
/// Answers that no fuse has cut do not depend on the clock.
struct Fuse {
    private let end: ContinuousClock.Instant

    init(budget: Duration) { end = .now + budget }

    var hasBlown: Bool { ContinuousClock.now >= end }
}
