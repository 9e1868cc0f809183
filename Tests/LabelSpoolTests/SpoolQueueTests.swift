import Foundation
import Testing

@testable import LabelSpool

@Suite struct SpoolQueueTests {
    private let spool = SpoolUnderTest()
    private let labels: [SpoolLabel]

    init() throws {
        labels = try SpoolUnderTest.labels(3)
        try spool.folder().write(labels)
    }

    @Test("A feeder sends labels in print order and says what became of each by moving it")
    func finishing() throws {
        let queue = try SpoolQueue(path: spool.printer)
        let names = labels.map(\.name)
        #expect(try queue.read() == SpoolContents(waiting: names))
        #expect(try queue.bytes(of: names[0]) == labels[0].bytes)
        for name in names[..<2] { #expect(try queue.claim(name)) }
        #expect(try queue.read() == SpoolContents(waiting: [names[2]], inHand: Array(names[..<2])))
        try queue.finish(names[0], as: .done)
        try queue.finish(names[1], as: .failed, reason: "the ribbon tore")
        #expect(try queue.read() == SpoolContents(waiting: [names[2]]))
        #expect(try queue.bytes(of: names[0]) == nil)
        #expect(spool.bytes(labels[0].name, in: .done) == labels[0].bytes)
        #expect(spool.bytes(labels[1].name, in: .failed) == labels[1].bytes)
    }

    @Test("A label that was not sent is laid back, and waits again")
    func layBack() throws {
        let queue = try SpoolQueue(path: spool.printer)
        #expect(try queue.claim(labels[0].name))
        try queue.layBack(labels[0].name)
        #expect(try queue.read().waiting == labels.map(\.name))
    }

    @Test("What is no label, and what is no file, does not wait")
    func strangers() throws {
        let new = spool.printer + "/new/"
        try "hello".write(toFile: new + "README", atomically: false, encoding: .utf8)
        try "hello".write(toFile: new + ".nfs0001", atomically: false, encoding: .utf8)
        let folder = "000000000000-tote-T-0-r0.zpl"
        try FileManager.default.createDirectory(atPath: new + folder, withIntermediateDirectories: false)
        let link = "000000000009-tote-T-9-r0.zpl"
        try FileManager.default.createSymbolicLink(atPath: new + link, withDestinationPath: "/etc/hostname")
        let contents = try SpoolQueue(path: spool.printer).read()
        #expect(contents.waiting == labels.map(\.name))
        #expect(contents.strangers == [folder, link, "README"])
    }

    @Test("Two feeders do not share a printer")
    func lock() throws {
        let queue = try SpoolQueue(path: spool.printer)
        #expect(throws: SpoolError.fedByAnother(spool.printer, "process \(getpid())")) {
            try SpoolQueue(path: spool.printer)
        }
        withExtendedLifetime(queue) {}
    }

    /// The queue, once nothing else has its lock. A program that another test starts has all descriptors of this
    /// process for a moment.
    private func free(_ path: String) throws -> SpoolQueue {
        for _ in 0..<24_000 {
            if let queue = try? SpoolQueue(path: path) { return queue }
            usleep(2_500)
        }
        return try SpoolQueue(path: path)
    }

    @Test("A feeder that was stopped with a claimed label leaves it there for the next one to see")
    func leftInHand() throws {
        var queue: SpoolQueue? = try SpoolQueue(path: spool.printer)
        #expect(try queue?.claim(labels[0].name) == true)
        queue = nil
        #expect(try free(spool.printer).read().inHand == [labels[0].name])
    }

    @Test("What a feeder has started holds the lock when that feeder has been killed")
    func commandStillRuns() async throws {
        let path = spool.printer
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let queue = try SpoolQueue(path: path)
            // As a command that inherits it.
            let sleeper = Process()
            sleeper.executableURL = URL(fileURLWithPath: "/bin/sleep")
            // Longer than any run of the tests; it is killed below.
            sleeper.arguments = ["86400"]
            sleeper.standardInput = FileHandle(fileDescriptor: dup(queue.lock), closeOnDealloc: true)
            try sleeper.run()
            let number = "\(sleeper.processIdentifier)"
            try number.write(toFile: path + "/sleeper", atomically: true, encoding: .utf8)
            Foundation.kill(getpid(), SIGKILL)
        }
        let sleeper = try #require(pid_t(try String(contentsOfFile: path + "/sleeper", encoding: .utf8)))
        #expect(throws: SpoolError.commandStillRuns(path)) { try SpoolQueue(path: path) }
        kill(sleeper, SIGKILL)
        #expect(try free(path).read().waiting == labels.map(\.name))
    }
}
