import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

/// A list that is asked for less has the rows that were asked for, and no others.
@Suite("Every filter of every list")
struct EveryFilterTests {
    @Test("Each has its rows to choose from")
    func table() {
        let lists = Method.all.filter { method in method.params.contains { $0.name == "after" } }
        let declared = lists.flatMap { list in
            list.params.filter { !$0.isRequired && !["limit", "after"].contains($0.name) }
                .map { "\(list.name) \($0.name)" }
        }
        let tried = ListedRows.all.flatMap { list in
            (list.filters.map(\.param) + list.scopes.keys).map { "\(list.method) \($0)" }
        }
        // A subscription is no list, though it goes on after an event.
        #expect(declared.filter { !$0.hasPrefix("event.subscribe") }.sorted() == tried.sorted())
    }

    @Test("Filters choose alone and together", arguments: ListedRows.all.indices)
    func choices(index: Int) throws {
        let list = ListedRows.all[index]
        let site = try Worlds.busy.open()
        let all = try list.all([:], on: site)
        for choice in list.choices {
            let name = "\(list.method) by \(choice.map(\.param))"
            let wanted = try all.filter { row in try choice.allSatisfy { try $0.matches(row, site) } }
            let found = try list.all(choice.params, on: site)
            if choice.contains(where: \.ordersRows) {
                #expect(found.map(\.description).sorted() == wanted.map(\.description).sorted(), "\(name)")
            } else {
                #expect(found == wanted, "\(name)")
            }
            #expect(!wanted.isEmpty, "\(name): nothing is let through")
            #expect(choice.isEmpty || wanted.count < all.count, "\(name): nothing is held back")
        }
    }

    @Test("Pages have the same rows as the whole", arguments: ListedRows.all.indices)
    func pages(index: Int) throws {
        let list = ListedRows.all[index]
        let site = try Worlds.busy.open()
        let alone = list.choices.filter { $0.count < 2 }
        for choice in alone {
            let whole = try list.all(choice.params, on: site)
            let paged = try list.all(choice.params, limit: 1, on: site)
            #expect(paged == whole, "\(list.method) by \(choice.map(\.param))")
        }
    }

    @Test("What the rows are of is another thing for each value", arguments: ListedRows.all.indices)
    func scopes(index: Int) throws {
        let list = ListedRows.all[index]
        let site = try Worlds.busy.open()
        for (param, values) in list.scopes {
            let rows = try values.map { try list.all([param: $0], on: site) }
            #expect(rows.allSatisfy { !$0.isEmpty }, "\(list.method) \(param)")
            for (left, right) in zip(rows, rows.dropFirst()) {
                #expect(!left.contains { right.contains($0) }, "\(list.method) \(param)")
            }
        }
    }

    @Test("A value that there cannot be is refused", arguments: ListedRows.all.indices)
    func impossible(index: Int) throws {
        let list = ListedRows.all[index]
        let site = try Worlds.busy.open()
        for filter in list.filters {
            var params = list.base
            if let needed = filter.needs {
                params[needed] = list.filters.first { $0.param == needed }?.value
            }
            params[filter.param] = filter.impossible.value
            let answer = try site.outcome(of: list.method, params)
            #expect(answer["refused"]?.string == filter.impossible.kind, "\(list.method) \(filter.param)")
        }
    }

    @Test("A stage that no listed order can be in is refused, not answered with an empty list")
    func stagesWithoutOrders() throws {
        let site = try Worlds.busy.open()
        for stage in OrderStage.allCases {
            let params: JSONObject = ["stage": .string(stage.rawValue)]
            let alone = try site.outcome(of: "order.list", params)
            let isRefused = stage == .delivered || stage == .closed
            #expect(alone["refused"]?.string == (isRefused ? "bad_params" : nil), "\(stage)")
            let named = try site.outcome(of: "order.list", params.setting(["order_id": "O-2"]))
            #expect(named["refused"]?.string == (stage == .delivered ? "bad_params" : nil), "\(stage)")
        }
    }
}
