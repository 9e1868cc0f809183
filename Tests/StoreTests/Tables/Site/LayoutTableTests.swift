import Domain
import Testing

@testable import Store

@Suite struct LayoutTableTests {
    @Test func everyRevisionIsKept() throws {
        let store = try openStore()
        let layouts = store.layouts
        #expect(try layouts.codes().isEmpty)
        let first = Warehouse(code: "NY", name: "New York", revision: 1, loadedAt: Sample.noon)
        let second = Warehouse(
            code: "NY", name: "Brooklyn", revision: 2, loadedAt: Sample.noon.adding(days: 1))
        try layouts.insert(first, text: "one")
        try layouts.insert(second, text: "two")
        try layouts.insert(Warehouse(code: "LA", name: "", revision: 1, loadedAt: Sample.noon), text: "three")
        #expect(try layouts.codes() == ["LA", "NY"])
        #expect(try layouts.warehouses().last == second)
        #expect(try layouts.revision(of: "NY") == 2)
        #expect(try layouts.revision(of: "SF") == nil)
        #expect(try layouts.text(of: "NY", revision: 1) == "one")
        #expect(try layouts.text(of: "NY", revision: 3) == nil)
    }
}
