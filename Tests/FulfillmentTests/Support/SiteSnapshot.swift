import Domain
import Foundation
import Synchronization

@testable import Fulfillment

/// Where a site stood at a moment.
struct SiteSnapshot: Sendable {
    let database: Data
    let settings: SiteSettings
    let now: Instant
}

/// A floor at a certain point of the day: made once, when a test first needs it, and opened as often as one does.
final class World: Sendable {
    private let earlier: World?
    private let prepare: @Sendable (TestSite) throws -> Void
    private let snapshot = Mutex<SiteSnapshot?>(nil)

    /// - Parameters:
    ///   - earlier: the point of the day before; a site that knows nothing yet where it is left out.
    ///   - prepare: what happens from there on.
    init(after earlier: World? = nil, _ prepare: @escaping @Sendable (TestSite) throws -> Void) {
        self.earlier = earlier
        self.prepare = prepare
    }

    /// A site of the caller's own.
    func open() throws -> TestSite {
        let snapshot = try snapshot.withLock { known in
            if let known { return known }
            let made = try make()
            known = made
            return made
        }
        return try TestSite(snapshot)
    }

    private func make() throws -> SiteSnapshot {
        let site = if let earlier { try earlier.open() } else { try TestSite(empty: ()) }
        try prepare(site)
        return try site.snapshot()
    }
}
