/// A moment of the clock after which a search gives the best that it has; the last resort beside the counted effort.
///
/// Answers that no deadline has cut do not depend on the clock.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(budget: Duration) { end = .now + budget }

    var hasPassed: Bool { ContinuousClock.now >= end }
}
