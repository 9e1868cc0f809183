import Foundation
import LabelSpool
import Synchronization

@testable import wms

/// A spool folder with labels in it, and a feeder beside it that runs until it is stopped.
final class FeederUnderTest: Sendable {
    let path: String
    let labels: [String]
    private let isStopped = Atomic(false)
    private let complaints = Mutex<[String]>([])

    init(_ count: Int) throws {
        let spool = NSTemporaryDirectory() + "feed-" + UUID().uuidString
        path = spool + "/zebra-1"
        try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
        // Longer than a packet, so that a connection can break in the middle.
        labels = (1...count).map { "^XA^FO0,0^FD\($0)\(String(repeating: "x", count: 9_000))^FS^XZ" }
        let folder = try SpoolFolder(spool: spool, printer: "zebra-1")
        try folder.write(
            try labels.enumerated().map {
                SpoolLabel(
                    name: try SpoolName(sequence: $0.offset + 1, kind: "shipping", key: "\($0.offset + 1)"),
                    bytes: Array(($0.element + "\n").utf8))
            })
    }

    deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

    /// What a person has been told.
    var told: [String] { complaints.withLock { $0 } }

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
        try feeder(printer).run(once: true)
    }

    /// Feeds on a thread of its own while `work` is done, until that ends.
    func feed(_ printer: @autoclosure @escaping @Sendable () -> any Printer, while work: () -> Void) {
        let hasEnded = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [self] in
            _ = try? feeder(printer()).run(once: false)
            hasEnded.signal()
        }
        work()
        stop()
        hasEnded.wait()
    }

    /// Waits until something is so; a test that waits in vain fails by what it looks at next.
    func wait(until isSo: () -> Bool) {
        for _ in 0..<4_000 where !isSo() { usleep(2_500) }
    }

    func printer(_ virtual: VirtualPrinter, asksStatus: Bool = true) -> TCPPrinter {
        let patience = PrinterSocket.Patience(
            connectMS: 2_000, sendMS: 5_000, answerMS: 150, unacknowledgedMS: 5_000)
        return TCPPrinter(
            address: PrinterAddress("tcp://127.0.0.1:\(virtual.port)")!, asksStatus: asksStatus,
            patience: patience,
            mayWait: { [self] in !isStopped.load(ordering: .relaxed) })
    }

    private func feeder(_ printer: any Printer) throws -> PrinterFeeder {
        PrinterFeeder(
            queue: try SpoolQueue(path: path), printer: printer,
            mayGoOn: { [self] in !isStopped.load(ordering: .relaxed) },
            complain: { [self] text in complaints.withLock { $0.append(text) } }, restMS: (idle: 5, fault: 5))
    }
}
