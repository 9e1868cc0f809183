import Domain
import Testing

@testable import Store

@Suite struct ManifestTableTests {
    @Test func aDriverHasOneOpenManifestInAWarehouse() throws {
        let store = try openStore()
        let manifests = store.manifests
        let first = try manifests.openManifest(of: "UPS", in: "NY", at: Sample.noon)
        #expect(try manifests.openManifest(of: "UPS", in: "NY", at: Sample.noon.adding(seconds: 9)) == first)
        #expect(try manifests.openManifest(of: "UPS", in: "LA", at: Sample.noon).row != first.row)
        let closed = try manifests.close(first, at: Sample.noon)
        #expect(closed.state == .closed && closed.closedAt == Sample.noon)
        #expect(try manifests.manifest(first.row) == closed)
        #expect(throws: Refusal.self) { try manifests.close(closed, at: Sample.noon) }
        #expect(throws: Refusal.self) { try manifests.close(first, at: Sample.noon) }
        #expect(try manifests.openManifest(of: "UPS", in: "NY", at: Sample.noon).row > closed.row)
    }
}
