import Domain
import Foundation
import Fulfillment
import Operations
import Store
import Synchronization
import TestOperations
import Testing

@testable import wmsd

@Suite struct DeciderTests {
    private let database = NSTemporaryDirectory() + "wmsd-decider-\(UInt32.random(in: .min ... .max)).sqlite"

    private func decider(
        wake: @escaping Decider.Wake = { $0() }, batch: @escaping Decider.ReplyBatch = { $0() }
    ) throws -> Decider {
        let path = database
        return try Decider(clock: Self.clock, logger: SiteUnderTest.silent, wake: wake, batch: batch) {
            () throws(StoreError) in
            try Site(databasePath: path, settings: SiteSettings(), newJournal: "0a1b2c3d")
        }
    }

    @Sendable private static func clock() -> Instant { Instant(millisecondsSince1970: 0) }

    private func removeDatabase() {
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + ending) }
    }

    @Test func aSiteThatCannotBeOpenedIsRefused() {
        #expect(throws: StoreError.self) {
            try Decider(clock: Self.clock, logger: SiteUnderTest.silent) {
                () throws(StoreError) in
                try Site(databasePath: "/no/such/folder/x", settings: SiteSettings(), newJournal: "0a1b2c3d")
            }
        }
    }

    /// Whatever came while the thread was busy shares a commit, and its replies share a batch.
    @Test func whatWaitsTogetherIsAnsweredInOneBatch() async throws {
        defer { removeDatabase() }
        let batches = Mutex<[Int]>([])
        let replies = Mutex(0)
        let decider = try decider(batch: { body in
            let before = replies.withLock { $0 }
            body()
            let count = replies.withLock { $0 } - before
            if count > 0 { batches.withLock { $0.append(count) } }
        })
        let mayGoOn = DispatchSemaphore(value: 0)
        // The thread is busy before the first of them comes: else it might take some of them alone.
        await withCheckedContinuation { isBusy in
            decider.read { _, _ in
                isBusy.resume()
                mayGoOn.wait()
            }
        }
        await withCheckedContinuation { continuation in
            for number in 1...5 {
                let command = SiteUnderTest.command(OrderHold("none", reason: "r"))
                decider.decide(command) { _ in
                    replies.withLock { $0 += 1 }
                    if number == 5 { continuation.resume() }
                }
            }
            mayGoOn.signal()
        }
        try await decider.checkpoint()
        #expect(batches.withLock { $0 } == [5])
    }

    /// Requests that come while the waking is put off wait for it, and no other one is asked for.
    @Test func theThreadIsWokenOnceForAllThatCome() async throws {
        defer { removeDatabase() }
        let wakings = Mutex<[@Sendable () -> Void]>([])
        let replies = Mutex(0)
        let decider = try decider(wake: { wake in wakings.withLock { $0.append(wake) } })
        // The thread does not sleep from its first moment on.
        for _ in 0..<6_000 where wakings.withLock({ $0.isEmpty }) {
            decider.read { _, _ in }
            try await Task.sleep(for: .milliseconds(10))
        }
        await withCheckedContinuation { continuation in
            for number in 1...5 {
                let command = SiteUnderTest.command(OrderHold("none", reason: "r"))
                decider.decide(command) { _ in
                    replies.withLock { $0 += 1 }
                    if number == 5 { continuation.resume() }
                }
            }
            #expect(replies.withLock { $0 } == 0)
            let all = wakings.withLock { $0 }
            #expect(all.count == 1)
            for wake in all { wake() }
        }
        #expect(replies.withLock { $0 } == 5)
    }

    @Test func aClosedDeciderRefusesAndStillBringsTheFileUpToDate() async throws {
        defer { removeDatabase() }
        let decider = try decider()
        decider.close()
        let reply = await withCheckedContinuation { continuation in
            decider.decide(SiteUnderTest.command(Ping())) { continuation.resume(returning: $0) }
        }
        #expect(reply == .shuttingDown)
        try await decider.checkpoint()
    }

    @Test("That no labels are to be taken back is told only where it is known")
    func labelsToWithdraw() async throws {
        defer { removeDatabase() }
        let decider = try decider()
        let jobs = DeciderLabelJobStore(decider: decider)
        let command = SiteUnderTest.command(OrderCancel("none"))
        #expect(await jobs.labelsToWithdraw(for: command) == .success([]))
        decider.close()
        #expect(await jobs.labelsToWithdraw(for: command) == .failure(.shuttingDown))
    }

    /// The database is free for the next daemon as soon as the thread has ended.
    @Test func theThreadEndsWithTheDecider() async throws {
        defer { removeDatabase() }
        var first: Decider? = try decider()
        try await first?.checkpoint()
        first = nil
        var isFree = false
        for _ in 0..<6_000 where !isFree {
            isFree = (try? decider()) != nil
            if !isFree { try await Task.sleep(for: .milliseconds(10)) }
        }
        #expect(isFree)
    }
}
