import Testing

@testable import wms

struct LineCompletionTests {
    private func texts(_ line: String) -> [String] {
        LineCompletion(of: line, methods: Catalogue.methods, commands: ConsoleWord.candidates).candidates.map(
            \.text)
    }

    @Test func `every method is offered, and every param of it`() {
        #expect(Set(texts("")) == Set(Catalogue.methods.map(\.name) + ["quit", "exit"]))
        for method in Catalogue.methods where method.name != "help" {
            let names = texts("\(method.name) ").map { String($0.dropLast()) }
            #expect(names == method.params.map(\.name), "\(method.name)")
            #expect(texts(method.name).contains(method.name))
            #expect(texts("help \(method.name)").contains(method.name))
        }
    }

    @Test(arguments: [
        ("stock.rec", ["stock.receive"]), ("q", ["quit"]), ("nothing", []), ("nothing x", []),
        ("stock.available s", ["sku="]), ("stock.available sku=TEA s", []),
        ("help tour.w", ["tour.why"]), ("help method=tour.w", ["method=tour.why"]),
        ("import.begin kind=", ["kind=sku", "kind=box", "kind=tote", "kind=stock"]),
        ("import.begin kind=s", ["kind=sku", "kind=stock"]), ("import.begin kind=\"a b\" w", ["warehouse="]),
        ("layout.load dry_run=t", ["dry_run=true"]), ("stock.available sku=T", []),
        ("order.allocate order.pl", ["order.plan."]), ("order.allocate order.items.", ["order.items.0."]),
        ("order.allocate order.plan.dr", ["order.plan.driver="]),
        ("order.allocate order.items.0.sku=A order.items.", ["order.items.0.", "order.items.1."]),
        ("order.allocate order.items.0.sku=A order.items.0.q", ["order.items.0.qty="]),
        ("order.allocate order.items.0.unit=ca", ["order.items.0.unit=case"]),
        ("order.allocate order.nothing.", []), ("order.allocate order.items.x.y.z", []),
    ])
    func `a word is completed by what stands before it`(line: String, expected: [String]) {
        #expect(texts(line) == expected)
    }

    @Test func `what all candidates share is put in at once`() {
        let completion = LineCompletion(of: "ping st", methods: Catalogue.methods)
        #expect(completion.start == 5)
        #expect(LineCompletion(of: "lab", methods: Catalogue.methods).common == "label.")
    }

    @Test func `spaces in quotes part no words`() {
        #expect(TypedWords("a b=\"c d\"  e").words.map(\.text) == ["a", "b=\"c d\"", "e"])
        #expect(TypedWords("a b=\"c d\"  e").last.start == 11)
        #expect(TypedWords("a ").words.map(\.text) == ["a", ""])
        #expect(TypedWords("").words.map(\.text) == [""])
    }
}
