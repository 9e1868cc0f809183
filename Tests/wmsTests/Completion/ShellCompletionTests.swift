import Domain
import JSON
import LineProtocol
import Operations
import Testing

@testable import wms

struct ShellCompletionTests {
    @Test(arguments: [
        (["wms", "call", "stock.rec"], ["stock.receive"]),
        (["wms", "call", "--json", "--socket", "/s", "stock.rec"], ["stock.receive"]),
        (["wms", "call", "stock.available", ""], ["sku=", "warehouse=", "client="]),
        (["wms", "call", "import.begin", "kind=sk"], ["kind=sku"]),
        (["wms", "call", "import.begin", "kind", "=", "sk"], ["sku"]),
        (["wms", "call", "import.begin", "kind", "="], ["sku", "box", "tote", "stock"]),
        (["wms", "call", "stock.available", "sku", "=", "TEA", "war"], ["warehouse="]),
        (["wms", "call", "help", "tour.w"], ["tour.why"]),
    ])
    func `the shell is offered what the prompt is`(words: [String], expected: [String]) {
        let offered = ShellCompletion.candidates(for: words, at: words.count - 1)
        #expect(offered.filter(expected.contains) == expected)
        #expect(offered.count <= max(expected.count, 4))
    }

    @Test func `what stands behind the cursor does not count`() {
        #expect(
            ShellCompletion.candidates(for: ["wms", "call", "stock.rec", "bin=1"], at: 2) == ["stock.receive"]
        )
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `each shell has its script`(shell: String) throws {
        let end = try Program.run(["--generate-completion-script", shell])
        #expect(end.status == 0)
        #expect(end.output.contains("---completion"))
        let marks = [
            "bash": "complete -o filenames -F _wms_complete wms", "zsh": "-- unfinished -S ''",
        ]
        #expect(marks[shell].map(end.output.contains) ?? true)
    }

    /// fish answers `complete -C` also where there is no prompt.
    @Test func `fish is asked for nothing that only its prompt knows`() throws {
        let script = try Program.run(["--generate-completion-script", "fish"]).output
        #expect(!script.contains("-tC)") && script.contains("(count (__wms_tokens -pc)) 0)"))
        #expect(!script.contains(#" \'\' "#) && script.contains("$tokens[..$index] '' $tokens"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `behind help the commands are offered`(shell: String) throws {
        let script = try Program.run(["--generate-completion-script", shell]).output
        #expect(script.contains("console call manual man layout import order"))
    }

    @Test func `the stages of an order are offered`() throws {
        let script = try Program.run(["--generate-completion-script", "fish"]).output
        #expect(script.contains("accepted"))
        let stages = script.split(separator: "\n").filter { $0.contains("-l 'stage'") }
        #expect(stages.count == 1 && stages[0].contains("released"))
    }

    @Test func `the ids of orders are those that the daemon has`() {
        var order = OrderSummary()
        (order.order, order.warehouse, order.sla) = ("ORD-7", "WH-NY", "STANDARD")
        var page = Operations.OrderList.Result()
        page.orders = [order]
        let answer = JSONValue.object(page.json)
        let offered = { (words: [String]) in
            OrderCompletion.candidates(for: words, at: 3) { (path) throws(ClientError) in
                if path != "/s" { throw ClientError.noDaemon(socket: path, reason: "nobody") }
                return PreparedLine([.success(answer)])
            }
        }
        for option in [["--socket", "/s"], ["--socket=/s"], ["--socket", "=", "/s"]] {
            #expect(offered(["wms", "order", "show", ""] + option) == ["ORD-7"])
        }
        #expect(offered(["wms", "order", "show", "ORD-8", "--socket", "/s"]).isEmpty)
        #expect(offered(["wms", "order", "show", "", "--socket", "/other"]).isEmpty)
    }

    @Test func `the program answers what the scripts ask`() throws {
        let asked = ["---completion", "call", "--", "positional@0", "2", "9", "wms", "call", "stock.rec"]
        #expect(try Program.run(asked).output == "stock.receive\n")
    }
}
