import JSON
import LineProtocol
import Operations
import Testing

@testable import wms

struct MethodHelpTests {
    private func help(_ name: String, columns: Int?) throws -> String {
        MethodHelp(try #require(Catalogue.method(named: name)), columns: columns).text
    }

    @Test func `help tells what a method needs and answers`() throws {
        #expect(
            try help("session.end", columns: nil) == """
                session.end
                    The badge stops working; a tour that it had begun is paused.

                params, those with * are needed:
                * session  (whole number, 1 or more)
                    The session that session.start answered with.
                * command_id  (command id)
                    The caller's own id of this change; the same line may be sent again.

                answers session
                refused as unknown_session, wrong_state
                for picker, packer, lead, driver
                """)
    }

    @Test func `members are named as they are typed`() throws {
        let text = try help("order.allocate", columns: nil)
        #expect(text.contains("* order.items.N.sku  (id)\n"))
        #expect(text.contains("  order.plan.driver  (id)\n"))
    }

    @Test(arguments: [24, 40, 80])
    func `no line is wider than the terminal`(columns: Int) throws {
        for method in Catalogue.methods {
            let widest = MethodHelp(method, columns: columns).text.split(separator: "\n").map(\.count).max()
            #expect((widest ?? 0) <= columns, "\(method.name)")
        }
        #expect(try help("order.allocate", columns: columns).contains("order.items.N.sku"))
    }

    @Test func `the daemon's own help reads the same`() throws {
        for method in Method.all {
            let told = try #require(ShownMethod(help: method.help))
            #expect(
                MethodHelp(told, columns: 80).text
                    == MethodHelp(try #require(Catalogue.method(named: method.name)), columns: 80).text)
        }
        #expect(ShownMethod(help: Method.index) == nil)
    }

    @Test func `the prompt's help lists all, or those that begin so`() throws {
        let all = try #require(ConsoleHelp(columns: 80).text(for: nil))
        for method in Catalogue.methods { #expect(all.contains("  \(method.name) "), "\(method.name)") }
        let tours = try #require(ConsoleHelp(columns: 40).text(for: "tour"))
        #expect(tours.split(separator: "\n").allSatisfy { $0.hasPrefix("  tour.") && $0.count <= 40 })
        #expect(ConsoleHelp(columns: 80).text(for: "nothing") == nil)
        let narrow = try #require(ConsoleHelp(columns: 24).text(for: "pin"))
        #expect(narrow == "  ping\n    Answers.")
        let all24 = try #require(ConsoleHelp(columns: 24).text(for: nil))
        #expect(all24.split(separator: "\n").allSatisfy { $0.count <= 24 })
    }
}
