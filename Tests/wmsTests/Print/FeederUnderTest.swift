import Foundation
import LabelSpool
import Synchronization

@testable import wms

/// A spool folder with labels in it, and a feeder beside it that runs until it is stopped.
final class FeederUnderTest: Sendable {
    let path: String
    let labels: [String]
    private let isStopped = Atomic(false)
    private let turnsTaken = Atomic(0)
    private let errors = Mutex<[String]>([])

    init(_ count: Int, language: LabelLanguage = .zpl) throws {
        let spool = NSTemporaryDirectory() + "feed-" + UUID().uuidString
        path = spool + "/zebra-1"
        try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
        // Longer than a packet, so that a connection can break in the middle.
        labels = (1...count).map { "^XA^FO0,0^FD\($0)\(String(repeating: "x", count: 9_000))^FS^XZ" }
        let folder = try SpoolFolder(spool: spool, printer: "zebra-1")
        try folder.write(
            try labels.enumerated().map {
                SpoolLabel(
                    name: try SpoolName(
                        sequence: $0.offset + 1, kind: "shipping", key: "\($0.offset + 1)", language: language
                    ),
                    bytes: Array(($0.element + "\n").utf8))
            })
    }

    deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

    /// How often the feeder has asked whether it may go on: several times each time that it reads the folder.
    var turns: Int { turnsTaken.load(ordering: .relaxed) }

    /// What was printed for a person.
    var reported: [String] { errors.withLock { $0 } }

    func files(in place: SpoolPlace) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(place.rawValue)")) ?? []).sorted()
    }

    func reason(_ number: Int) -> String {
        let name = files(in: .failed).first {
            $0.hasPrefix(String(format: "%012d", number)) && $0.hasSuffix(".reason")
        }
        return name.flatMap { try? String(contentsOfFile: "\(path)/failed/\($0)", encoding: .utf8) } ?? ""
    }

    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Feeds until nothing waits or something does not go on.
    func feedOnce(_ printer: any Printer) throws -> Bool {
        try feeder { _ in printer }.run(once: true)
    }

    /// The same with a shell command.
    func feedOnce(command: String) throws -> Bool {
        try feeder { CommandPrinter(command: command, lock: $0) }.run(once: true)
    }

    /// The labels in a folder, by number.
    func numbers(in place: SpoolPlace) -> [Int] {
        files(in: place).compactMap { SpoolName($0)?.sequence }
    }

    /// Feeds on a thread of its own while `work` is done, until that ends.
    func feed(_ printer: @autoclosure @escaping @Sendable () -> any Printer, while work: () -> Void) {
        let hasEnded = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [self] in
            _ = try? feeder { _ in printer() }.run(once: false)
            hasEnded.signal()
        }
        work()
        stop()
        hasEnded.wait()
    }

    /// Waits until something is so; a test that waits in vain fails by what it expects next.
    func wait(until isSo: () -> Bool) {
        for _ in 0..<24_000 where !isSo() { usleep(2_500) }
    }

    /// Waits until the feeder has read the folder some times more.
    func waitForTurns() {
        let before = turns
        wait { turns >= before + 20 }
    }

    func printer(_ virtual: VirtualPrinter, asksStatus: Bool = true) -> TCPPrinter {
        // Where nothing is asked, what is waited for is the end of the connection, which always comes.
        let answerMS = asksStatus ? virtual.answerMS : VirtualPrinter.answerMSMax
        let timeouts = PrinterSocket.Timeouts(
            connectMS: 60_000, sendMS: 60_000, answerMS: answerMS, unacknowledgedMS: 60_000)
        return TCPPrinter(
            address: PrinterAddress("tcp://127.0.0.1:\(virtual.port)")!, asksStatus: asksStatus,
            timeouts: timeouts,
            mayWait: { [self] in !isStopped.load(ordering: .relaxed) })
    }

    /// Opens the folder, once what had its lock has ended. A program that another test starts has all descriptors
    /// of this process for a moment.
    func queue() throws -> SpoolQueue {
        for _ in 0..<24_000 {
            if let queue = try? SpoolQueue(path: path) { return queue }
            usleep(2_500)
        }
        return try SpoolQueue(path: path)
    }

    /// Why the folder is not given, once no program that another test starts has its feeder's lock.
    func refusal() -> SpoolError? {
        for _ in 0..<24_000 {
            do {
                _ = try SpoolQueue(path: path)
                return nil
            } catch {
                guard case .fedByAnother = error else { return error }
                usleep(2_500)
            }
        }
        return nil
    }

    private func feeder(_ printer: (_ lock: Int32) -> any Printer) throws -> PrinterFeeder {
        let queue = try queue()
        var backoff = FeederBackoff(idleMS: 5)
        backoff.fault = FeederBackoff.Pauses(firstMS: 5, longestMS: 5)
        backoff.unclear = backoff.fault
        return PrinterFeeder(
            queue: queue, printer: printer(queue.lock), backoff: backoff,
            mayGoOn: { [self] in
                turnsTaken.wrappingAdd(1, ordering: .relaxed)
                return !isStopped.load(ordering: .relaxed)
            },
            printError: { [self] text in errors.withLock { $0.append(text) } })
    }
}
