import Foundation
import SteppedDisk
import Testing

@testable import LabelSpool

/// Kills a process that writes labels before each of its steps, while a feeder prints what appears.
/// One after the other: each case has a feeder that reads all the time, and several starve each other.
@Suite(.serialized) struct SpoolKillTests {
    /// A write of one label has four steps, one of five labels twelve; the last stop is behind the last step.
    @Test("A kill between any two steps loses and doubles nothing", arguments: [1, 5], 1...13)
    func kill(_ count: Int, _ stop: Int) async throws {
        let spool = SpoolUnderTest()
        let folder = try spool.folder()
        let path = spool.path
        let feeder = FeederUnderTest(folder)
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, count = count as Int, stop = stop as Int] in
            let disk = SteppedDisk()
            let folder = try SpoolFolder(spool: path, printer: "zebra-1", on: disk)
            var steps = 0
            disk.before = { _ in
                steps += 1
                if steps == stop { Foundation.kill(getpid(), SIGKILL) }
            }
            try folder.write(try SpoolUnderTest.labels(count))
            Foundation.kill(getpid(), SIGKILL)
        }
        try writeMissing(count, to: folder)
        try feeder.finish(expecting: count)
        #expect(feeder.printed == (try SpoolUnderTest.labels(count)))
        #expect(try folder.leftovers().isEmpty)
    }

    /// What the daemon does at its start: only labels that lie nowhere are written.
    private func writeMissing(_ count: Int, to folder: SpoolFolder) throws {
        let missing = try SpoolUnderTest.labels(count).filter { try folder.place(of: $0.name) == nil }
        try folder.write(missing)
    }
}

/// Prints, on a thread of its own, every label that appears in `new`.
private final class FeederUnderTest: @unchecked Sendable {
    private let folder: SpoolFolder
    private let lock = NSLock()
    private var sent: [SpoolLabel] = []
    private var isStopping = false
    private let hasEnded = DispatchSemaphore(value: 0)

    init(_ folder: SpoolFolder) {
        self.folder = folder
        Thread.detachNewThread { [self] in
            while !lock.withLock({ isStopping }) {
                printWaiting()
                usleep(200)
            }
            hasEnded.signal()
        }
    }

    var printed: [SpoolLabel] { lock.withLock { sent } }

    /// Prints on until so many have come, then whatever else there is: one too many, if any, is among it.
    func finish(expecting count: Int) throws {
        for _ in 0..<60_000 where printed.count < count { usleep(1_000) }
        lock.withLock { isStopping = true }
        hasEnded.wait()
        printWaiting()
    }

    private func printWaiting() {
        for name in (try? folder.names(in: .new)) ?? [] {
            guard let bytes = FileManager.default.contents(atPath: "\(folder.path)/new/\(name)") else {
                continue
            }
            guard rename("\(folder.path)/new/\(name)", "\(folder.path)/done/\(name)") == 0 else { continue }
            lock.withLock { sent.append(SpoolLabel(name: name, bytes: Array(bytes))) }
        }
    }
}
