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
        #expect(try manifests.manifest(first.row) == first)
    }
}
