import Domain
import Testing

@testable import Store

@Suite struct WordsInStatementsTests {
    private static func texts<Word: CaseIterable & RawRepresentable>(_: Word.Type) -> [String]
    where Word.RawValue == String { Word.allCases.map(\.rawValue) }

    /// Every state, and the other words that the tables keep.
    private static let words = Set(
        [
            texts(PickState.self), texts(TaskState.self), texts(TourState.self), texts(ToteState.self),
            texts(ParcelState.self), texts(ManifestState.self), texts(LabelState.self),
            texts(ImportState.self), texts(ImportStep.self), texts(OrderStage.self), texts(WorkKind.self),
            texts(StockStatus.self), texts(StorageClimate.self), texts(Rotation.self), texts(UnitName.self), texts(BoxForm.self),
            texts(ShortPolicy.self), texts(ShortReason.self),
        ].joined())

    /// A state that is renamed or added is found by the compiler then, not by whoever searches the texts.
    @Test func noStatementSpellsAState() throws {
        let files = try SourceFile.ofTables()
        #expect(files.count > 50)
        for file in files {
            for line in file.code.split(separator: "\n") {
                for match in line.matches(of: #/'([A-Za-z_]+)'/#) where Self.words.contains(String(match.1)) {
                    Issue.record("\(file.path) writes \(match.0) instead of \\(sql: …): \(line)")
                }
            }
        }
    }

    @Test func wordsAreWrittenAsTheyAreKept() {
        #expect("state = \(sql: ParcelState.handedOver)" == "state = 'handed_over'")
        #expect("state IN (\(sql: ToteState.atStation, .putBack))" == "state IN ('at_station', 'put_back')")
    }

    static let conditions = [
        ("tour_open", TourTable.isUnfinished), ("tour_open_id", TourTable.isUnfinished),
        ("task_open", TaskTable.isUnfinished), ("task_open_id", TaskTable.isUnfinished),
        ("task_open_tour", TaskTable.isUnfinished), ("task_open_tote", TaskTable.isUnfinished),
    ]

    /// SQLite uses a partial index where a statement has its condition in the same words and order.
    @Test(arguments: conditions)
    func aConditionIsThatOfItsIndex(index: String, condition: String) throws {
        let store = try openStore()
        let text = try store.db.all(text: "SELECT sql FROM sqlite_master WHERE name = ?", [index]) {
            (columns) throws(Refusal) in try columns.text()
        }
        #expect(text.first?.hasSuffix("WHERE \(condition)") == true)
    }

    /// What the states themselves say is what the statements ask for.
    @Test func conditionsFollowTheStates() {
        func isIn<State: FloorState>(_ states: [State]) -> String {
            "state IN (\(states.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
        }
        #expect(TaskTable.isUnfinished == isIn(TaskState.allCases.filter(\.isUnfinished)))
        #expect(PickTable.isReserving == isIn(PickState.allCases.filter(\.isReserving)))
        let goOn = TourState.allCases.filter { TourState.edges[$0] != nil }
        #expect(TourTable.isUnfinished == isIn(goOn))
    }
}
