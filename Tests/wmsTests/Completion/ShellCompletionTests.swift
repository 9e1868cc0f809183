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
            "bash": "complete -o filenames -F _wms_without_spaces wms", "zsh": "-- unfinished -S ''",
        ]
        #expect(marks[shell].map(end.output.contains) ?? true)
    }

    @Test func `the program answers what the scripts ask`() throws {
        let asked = ["---completion", "call", "--", "positional@0", "2", "9", "wms", "call", "stock.rec"]
        #expect(try Program.run(asked).output == "stock.receive\n")
    }
}
