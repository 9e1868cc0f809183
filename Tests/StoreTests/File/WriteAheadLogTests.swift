import Common
import Domain
import Foundation
import GRDBSQLite
import Testing

@testable import Store

@Suite struct WriteAheadLogTests {
    private let disk = RecordedDisk()
    private static let page = [UInt8](repeating: 7, count: 4_096)
    private static let frameHeader = [UInt8](repeating: 3, count: 24)

    /// Writes pages as SQLite does: each has a header of its own.
    private func write(pages: Int, from offset: Int, to log: WriteAheadLog) -> Int {
        var end = offset
        for bytes in (0..<pages).flatMap({ _ in [Self.frameHeader, Self.page] }) {
            #expect(log.write(bytes, at: end) == SQLITE_OK)
            end += bytes.count
        }
        return end
    }

    @Test func thePagesOfACommitAreWrittenInOnePiece() {
        let log = disk.log()
        let end = write(pages: 9, from: 32, to: log)
        #expect(disk.operations.isEmpty)
        #expect(log.sync(SQLITE_SYNC_NORMAL) == SQLITE_OK)
        #expect(disk.operations == [.write(32..<end), .sync])
        #expect(log.close() == SQLITE_OK)
    }

    @Test func aSyncIsLeftOnlyWhereThatIsAllowed() throws {
        let log = disk.log()
        log.leavesSync = true
        let end = write(pages: 1, from: 32, to: log)
        #expect(log.sync(SQLITE_SYNC_NORMAL) == SQLITE_OK)
        #expect(disk.operations == [.write(32..<end)], "what is committed is written")
        try log.sync()
        log.leavesSync = false
        #expect(log.sync(SQLITE_SYNC_NORMAL) == SQLITE_OK)
        #expect(disk.operations == [.write(32..<end), .sync, .sync])
    }

    /// The pages under it would belong to the log before, if the power failed.
    @Test func theSyncOfANewHeaderIsNeverLeft() {
        let log = disk.log()
        log.leavesSync = true
        #expect(log.write([UInt8](repeating: 1, count: 32), at: 0) == SQLITE_OK)
        #expect(log.sync(SQLITE_SYNC_NORMAL) == SQLITE_OK)
        let end = write(pages: 1, from: 32, to: log)
        #expect(log.sync(SQLITE_SYNC_NORMAL) == SQLITE_OK)
        #expect(disk.operations == [.write(0..<32), .sync, .write(32..<end)])
    }

    @Test func whatCannotBeWrittenIsDroppedWithItsCommit() {
        let log = disk.log()
        disk.bytesMax = 10_000
        _ = write(pages: 9, from: 32, to: log)
        #expect(log.sync(SQLITE_SYNC_NORMAL) == SQLITE_FULL)
        let end = write(pages: 1, from: 32, to: log)
        #expect(log.sync(SQLITE_SYNC_NORMAL) == SQLITE_OK)
        #expect(disk.operations == [.write(32..<end), .sync])
    }

    @Test func aDiskThatCannotSyncIsTold() {
        let log = disk.log()
        disk.failsToSync = true
        #expect { try log.sync() } throws: { error in
            guard case .storage("recorded", let fault)? = error as? StoreError else { return false }
            return fault.isSyncFailure
        }
    }

    /// Against an array, by whatever is written, read and cut off.
    @Test(arguments: 1...20) func itHoldsWhatAPlainFileHolds(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let log = disk.log()
        var plain: [UInt8] = []
        for _ in 0..<400 {
            switch random.next(below: 8) {
            case 0:
                #expect(log.sync(SQLITE_SYNC_NORMAL) == SQLITE_OK)
                #expect(disk.bytes == plain)
            case 1:
                var length: Int64 = 0
                #expect(log.size(&length) == SQLITE_OK && length == plain.count)
            case 2 where !plain.isEmpty:
                let start = random.next(below: plain.count)
                let length = random.next(in: 1...(plain.count - start))
                var found = [UInt8](repeating: 0, count: length)
                let status = found.withUnsafeMutableBytes { log.read($0.baseAddress!, length, at: start) }
                #expect(status == SQLITE_OK && found == Array(plain[start..<(start + length)]))
            case 3:
                let length = random.next(below: plain.count + 1)
                #expect(log.truncate(to: length) == SQLITE_OK)
                plain = Array(plain.prefix(length))
            default:
                let isNext = random.next(below: 3) > 0
                let offset = isNext ? plain.count : random.next(below: plain.count + 1)
                let bytes = [UInt8](repeating: UInt8(random.next(below: 256)), count: random.next(in: 1...90_000))
                #expect(log.write(bytes, at: offset) == SQLITE_OK)
                let end = offset + bytes.count
                if plain.count < end { plain += repeatElement(0, count: end - plain.count) }
                plain.replaceSubrange(offset..<end, with: bytes)
                if plain.count > 1_000_000 {
                    #expect(log.truncate(to: 0) == SQLITE_OK)
                    plain = []
                }
            }
        }
    }
}

/// The log beneath a real database.
@Suite struct DatabaseLogTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString)")
    private var path: String { folder.appendingPathComponent("site.db").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func note(_ value: Int, in file: DatabaseFile, leavesSync: Bool) throws {
        _ = try file.connection.transactionUnlessNil(leavesSync: leavesSync) { () throws(Refusal) -> Int? in
            try file.connection.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('note', ?)", value)
        }
    }

    /// As when the process is killed: whatever the system has of the files is there.
    @Test func aCommitWhoseSyncIsLeftOutlivesTheProcess() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try DatabaseFile(path: path, newJournal: "7f3c91d2")
        try note(1, in: file, leavesSync: false)
        try note(2, in: file, leavesSync: true)
        let copy = folder.appendingPathComponent("copy.db").path
        for ending in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending) }
        let copied = try DatabaseFile(path: copy, newJournal: "00000000")
        #expect(try copied.connection.int("SELECT value FROM meta WHERE name = 'note'") == 2)
        try file.log.sync()
    }

    @Test func theLogIsMovedIntoTheDatabaseBeforeItGrowsLong() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try DatabaseFile(path: path, newJournal: "7f3c91d2")
        try file.connection.execute(script: "CREATE TABLE bulk (id INTEGER PRIMARY KEY, content BLOB)")
        for _ in 0..<60 {
            _ = try file.connection.transactionUnlessNil(leavesSync: true) { () throws(Refusal) -> Int? in
                try file.connection.run("INSERT INTO bulk (content) VALUES (zeroblob(1000000))")
            }
            try file.checkpointWhenDue()
        }
        let size = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        #expect(try #require(size) < 20_000_000)
        #expect(try file.connection.pragma("integrity_check") == "ok")
        try file.checkpoint()
        let copied = folder.appendingPathComponent("copy.db").path
        try FileManager.default.copyItem(atPath: path, toPath: copied)
        let whole = try DatabaseFile(path: copied, newJournal: "00000000")
        let count = SQL("SELECT count(*) FROM bulk", mayScan: "a test looks at the table itself")
        #expect(try whole.connection.int(count) == 60)
    }
}
