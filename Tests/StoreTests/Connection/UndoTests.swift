import Domain
import Testing

@testable import Store

/// What is kept in memory beside the tables goes back with a rollback, as far as that goes and no further.
@Suite struct UndoTests {
    private let db: Connection
    private let sums: KeptSums<String>
    private let refusal = Refusal.unknownSKU("TEA")

    init() throws {
        db = try openStore().db
        sums = KeptSums(of: db, [("a", 1), ("none", 0)])
    }

    private func refused(_ work: () throws(Refusal) -> Void) {
        #expect(throws: refusal) {
            try db.command { () throws(Refusal) in
                try work()
                throw refusal
            }
        }
    }

    @Test func sumsOfNothingAreNotKept() throws {
        #expect(sums.all == ["a": 1])
        sums.add(-1, to: "a")
        sums.add(2, to: "b")
        #expect(sums.all == ["b": 2] && sums["a"] == 0)
    }

    @Test func eachSavepointTakesBackItsOwn() throws {
        try db.transaction { () throws(Refusal) in
            sums.add(1, to: "a")
            try db.command { () throws(Refusal) in
                sums.add(2, to: "a")
                refused { () throws(Refusal) in sums.add(4, to: "b") }
                #expect(sums.all == ["a": 4])
                let rehearsed = try db.rehearse { () throws(Refusal) -> Int in
                    sums.add(8, to: "a")
                    refused { () throws(Refusal) in sums.add(16, to: "a") }
                    try db.command { () throws(Refusal) in sums.add(32, to: "a") }
                    return sums["a"]
                }
                #expect(rehearsed == 44 && sums["a"] == 4)
            }
            refused { () throws(Refusal) in
                // A command that succeeds within one that is refused is taken back with it.
                try db.command { () throws(Refusal) in sums.add(-4, to: "a") }
                sums.add(5, to: "b")
            }
            #expect(sums.all == ["a": 4])
        }
        #expect(sums.all == ["a": 4])
    }

    @Test func aTransactionTakesBackAllOfIt() throws {
        #expect(throws: refusal) {
            try db.transaction { () throws(Refusal) in
                sums.add(-1, to: "a")
                try db.command { () throws(Refusal) in sums.add(2, to: "b") }
                throw refusal
            }
        }
        #expect(sums.all == ["a": 1])
        let nothing: Int? = try db.transactionUnlessNil { () throws(Refusal) -> Int? in
            sums.add(3, to: "a")
            return nil
        }
        #expect(nothing == nil && sums.all == ["a": 1])
        let something: Int? = try db.transactionUnlessNil { () throws(Refusal) -> Int? in
            sums.add(3, to: "a")
            return 7
        }
        #expect(something == 7 && sums.all == ["a": 4])
    }

    @Test func aRehearsalThatIsRefusedIsTakenBackToo() throws {
        try db.transaction { () throws(Refusal) in
            sums.add(1, to: "a")
            #expect(throws: refusal) {
                try db.rehearse { () throws(Refusal) in
                    sums.add(1, to: "a")
                    throw refusal
                }
            }
        }
        #expect(sums.all == ["a": 2])
    }

    /// What a commit that fails leaves is what was there before it.
    @Test func aFailedCommitTakesBackAll() throws {
        try db.execute(
            script: """
                PRAGMA foreign_keys = ON;
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);
                """)
        #expect(throws: Refusal.self) {
            try db.transaction { () throws(Refusal) in
                sums.add(1, to: "a")
                try db.command { () throws(Refusal) in sums.add(1, to: "b") }
                try db.execute(script: "INSERT INTO child (parent) VALUES (1)")
            }
        }
        #expect(sums.all == ["a": 1] && !db.isInTransaction)
        try db.transaction { () throws(Refusal) in sums.add(1, to: "b") }
        #expect(sums.all == ["a": 1, "b": 1])
    }

    /// Nor does what was committed go back with a later one.
    @Test func whatIsCommittedStays() throws {
        try db.transaction { () throws(Refusal) in sums.add(1, to: "a") }
        sums.add(1, to: "a")
        // A command by itself is a transaction.
        try db.command { () throws(Refusal) in sums.add(1, to: "a") }
        #expect(throws: refusal) {
            try db.transaction { () throws(Refusal) in
                sums.add(1, to: "a")
                throw refusal
            }
        }
        #expect(sums.all == ["a": 4])
    }

    /// The newest comes first: a step finds what it left.
    @Test func stepsAreTakenFromTheNewestOn() throws {
        var (written, taken): ([Int], [Int]) = ([], [])
        #expect(throws: refusal) {
            try db.transaction { () throws(Refusal) in
                for number in 1...3 {
                    written.append(number)
                    db.onRollback { taken.append(written.removeLast()) }
                }
                throw refusal
            }
        }
        #expect(taken == [3, 2, 1] && written == [])
    }

    /// Who asks whether a command has changed anything hears of what no table has as well.
    @Test func theyCountAsChanges() throws {
        let before = db.changesMade
        sums.add(1, to: "a")
        try db.transaction { () throws(Refusal) in sums.add(1, to: "a") }
        refused { () throws(Refusal) in sums.add(1, to: "a") }
        #expect(db.changesMade == before + 3)
    }
}
