import Domain
import JSON
import Testing

@Suite("What a task remembers, as text")
struct WorkFactsTests {
    private static let day = Day("2027-05-31")
    private static let pens = BinGoods(client: "", sku: "PEN")
    private static let serum = BinGoods(client: "ACME", sku: "SERUM", lot: "L1", expiry: day)

    /// Each with the text that stands in the tables since counts and put-backs are tasks.
    private static let texts: [(facts: WorkFacts, text: String)] = [
        (WorkFacts(), "{}"),
        (WorkFacts(count: CountProgress(isBlind: true)), #"{"blind":true}"#),
        (WorkFacts(count: CountProgress(books: [])), #"{"books":[]}"#),
        (
            WorkFacts(
                count: CountProgress(
                    isBlind: true, books: [GoodsCount(pens, 10), GoodsCount(serum, 6)],
                    first: [CountDifference(goods: serum, expected: 6, counted: 60)], isCovered: true,
                    held: [GoodsCount(pens, 2)])),
            #"{"blind":true,"covered":true,"books":[{"sku":"PEN","qty":10},"#
                + #"{"sku":"SERUM","client":"ACME","lot":"L1","expiry":"2027-05-31","qty":6}],"#
                + #""first":[{"sku":"SERUM","client":"ACME","lot":"L1","expiry":"2027-05-31","expected":6,"counted":60}],"#
                + #""held":[{"sku":"PEN","qty":2}]}"#
        ),
        (WorkFacts(binsFull: ["A-1-01", "J-20-01"]), #"{"full":["A-1-01","J-20-01"]}"#),
    ]

    @Test("Each is written as before, and read as it was", arguments: texts.indices)
    func writtenAndRead(index: Int) throws {
        let (facts, text) = Self.texts[index]
        #expect(JSONValue.object(facts.json).description == text)
        let kept = try #require(try JSONValue(parsing: text).object)
        #expect(WorkFacts(json: kept) == facts)
    }

    @Test("What nobody knows is passed over")
    func unknownMember() {
        #expect(WorkFacts(json: ["seen": 7]) == WorkFacts())
    }

    @Test(
        "What was not written so is not read",
        arguments: [
            #"{"books":7}"#, #"{"books":null}"#, #"{"books":[{"sku":"PEN"}]}"#,
            #"{"first":[{"sku":"PEN","expected":1}]}"#, #"{"books":[{"sku":"PEN","qty":1,"expiry":"soon"}]}"#,
            #"{"blind":1}"#, #"{"covered":"yes"}"#, #"{"held":[{"sku":"PEN"}]}"#,
            #"{"books":[{"sku":"PEN","qty":1,"lot":7}]}"#, #"{"full":"A-1-01"}"#, #"{"full":["A-1-01",7]}"#,
        ])
    func unreadable(text: String) throws {
        let kept = try #require(try JSONValue(parsing: text).object)
        #expect(WorkFacts(json: kept) == nil)
    }
}
