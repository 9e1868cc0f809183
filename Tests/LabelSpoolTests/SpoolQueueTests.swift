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

    @Test("A feeder takes labels in print order and tells what became of each by moving it")
    func settling() throws {
        let queue = try SpoolQueue(path: spool.printer)
        let names = labels.map { "\($0.name)" }
        #expect(try queue.waiting() == names)
        #expect(try queue.bytes(of: names[0]) == labels[0].bytes)
        try queue.settle(names[0], as: .done)
        try queue.settle(names[1], as: .failed, reason: "the ribbon tore")
        #expect(try queue.waiting() == [names[2]])
        #expect(try queue.bytes(of: names[0]) == nil)
        #expect(spool.bytes(labels[0].name, in: .done) == labels[0].bytes)
        #expect(spool.bytes(labels[1].name, in: .failed) == labels[1].bytes)
    }

    @Test("Two feeders do not share a printer")
    func lock() throws {
        let queue = try SpoolQueue(path: spool.printer)
        #expect(throws: SpoolError.fedByAnother(spool.printer, "process \(getpid())")) {
            try SpoolQueue(path: spool.printer)
        }
        withExtendedLifetime(queue) {}
    }

    @Test("A feeder that was stopped with a label in hand finds its name at the next start")
    func inHand() throws {
        let name = "\(labels[0].name)"
        var queue: SpoolQueue? = try SpoolQueue(path: spool.printer)
        #expect(queue?.leftInHand == nil)
        try queue?.setInHand(name)
        queue = nil
        let next = try SpoolQueue(path: spool.printer)
        #expect(next.leftInHand == name)
        try next.settle(name, as: .failed, reason: "not known")
        #expect(next.leftInHand == nil)
    }
}
