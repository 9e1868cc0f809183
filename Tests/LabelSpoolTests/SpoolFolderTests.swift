import Foundation
import SteppedDisk
import Testing

@testable import LabelSpool

@Suite struct SpoolFolderTests {
    private let spool = SpoolUnderTest()

    @Test("Labels closed together lie in new in print order, under one sync of bytes and one of names")
    func batch() throws {
        let disk = SteppedDisk()
        let folder = try spool.folder(on: disk)
        let labels = try SpoolUnderTest.labels(5)
        let opening = disk.steps.count
        try folder.write(labels)
        #expect(try folder.names(in: .new) == labels.map(\.name))
        let operations = disk.steps[opening...].map(\.operation).filter { $0 != .names }
        #expect(
            operations == Array(repeating: .write, count: 5) + [.syncFileSystem]
                + Array(repeating: .move, count: 5)
                + [.syncFolder])
        #expect(try folder.leftovers().isEmpty)
    }

    @Test("One label is synced by itself: the rest of the file system need not wait for it")
    func single() throws {
        let disk = SteppedDisk()
        let folder = try spool.folder(on: disk)
        let opening = disk.steps.count
        try folder.write(try SpoolUnderTest.labels(1))
        #expect(disk.steps[opening...].map(\.operation) == [.write, .syncFile, .move, .syncFolder])
    }

    @Test("Writing again doubles and replaces nothing")
    func again() throws {
        let folder = try spool.folder()
        let labels = try SpoolUnderTest.labels(3)
        try folder.write(labels)
        try folder.write(labels.map { SpoolLabel(name: $0.name, bytes: [1]) })
        #expect(try folder.names(in: .new).count == labels.count)
        #expect(spool.bytes(labels[0].name) == labels[0].bytes)
    }

    @Test("A label is withdrawn whole, put back, and withdrawn only once")
    func withdraw() throws {
        let folder = try spool.folder()
        let labels = try SpoolUnderTest.labels(2)
        try folder.write(labels)
        #expect(try folder.withdraw(labels[0].name))
        #expect(try folder.place(of: labels[0].name) == nil)
        #expect(try folder.leftovers() == [labels[0].name])
        try folder.putBack(labels[0].name)
        #expect(spool.bytes(labels[0].name) == labels[0].bytes)
        try spool.print(labels[0].name)
        #expect(try !folder.withdraw(labels[0].name))
        #expect(try folder.place(of: labels[0].name) == .done)
    }

    @Test("A label that a feeder has claimed lies in new, and is not withdrawn")
    func inHand() throws {
        let folder = try spool.folder()
        let labels = try SpoolUnderTest.labels(2)
        try folder.write(labels)
        let queue = try SpoolQueue(path: folder.path)
        #expect(try queue.claim(labels[0].name))
        #expect(try folder.place(of: labels[0].name) == .new)
        #expect(try !folder.withdraw(labels[0].name))
        #expect(try folder.names(in: .new) == [labels[1].name])
        #expect(try folder.withdraw(labels[1].name))
        #expect(try !queue.claim(labels[1].name))
        #expect(try queue.bytes(of: labels[1].name) == nil)
    }

    @Test("A label is known in whatever language it was written")
    func otherLanguage() throws {
        let folder = try spool.folder()
        let label = try SpoolUnderTest.labels(1)[0]
        let other = try SpoolName(sequence: 1, kind: "tote", key: "T-1", language: .epl2)
        try folder.write([label])
        #expect(try folder.place(of: other) == .new)
        #expect(try folder.withdraw(other))
        try folder.putBack(other)
        #expect(spool.bytes(label.name) == label.bytes)
        #expect(try folder.withdraw(other))
        try folder.forget(other)
        #expect(try folder.leftovers().isEmpty)
    }

    @Test(
        "A disk that fills up keeps the labels that fit, in order; the others are written when there is room")
    func fullDisk() throws {
        let disk = SteppedDisk()
        let folder = try spool.folder(on: disk)
        let labels = try SpoolUnderTest.labels(4)
        disk.before = { step throws(SpoolError) in
            if step.operation == .write, step.path.contains("T-3") {
                throw .system("write", step.path, ENOSPC)
            }
        }
        #expect(throws: SpoolError.system("write", "\(spool.printer)/tmp/\(labels[2].name)", ENOSPC)) {
            try folder.write(labels)
        }
        #expect(try folder.names(in: .new) == labels[..<2].map(\.name))
        #expect(try folder.leftovers().isEmpty)
        disk.before = { _ in }
        try folder.write(labels)
        #expect(try folder.names(in: .new) == labels.map(\.name))
    }

    @Test("What a failed sync leaves behind is not trusted: nothing of it comes into new")
    func failedSync() throws {
        let disk = SteppedDisk()
        let folder = try spool.folder(on: disk)
        disk.before = { step throws(SpoolError) in
            if step.operation == .syncFileSystem { throw .system("sync", step.path, EIO) }
        }
        #expect(throws: SpoolError.self) { try folder.write(try SpoolUnderTest.labels(3)) }
        #expect(try folder.names(in: .new).isEmpty)
        #expect(try folder.leftovers().isEmpty)
    }

    @Test(
        "A folder that may not be searched is a fault, not a folder without labels", arguments: [EACCES, EIO])
    func noPermission(_ number: Int32) throws {
        let disk = SteppedDisk()
        let folder = try spool.folder(on: disk)
        let label = try SpoolUnderTest.labels(1)[0]
        try folder.write([label])
        disk.before = { step throws(SpoolError) in throw .system("check for", step.path, number) }
        #expect(throws: SpoolError.self) { try folder.place(of: label.name) }
        #expect(throws: SpoolError.self) { try folder.names(in: .done) }
        #expect(throws: SpoolError.self) { try folder.withdraw(label.name) }
    }

    @Test("A folder that is gone, or has become a file, fails each step with the system's reason")
    func deadFolder() throws {
        let folder = try spool.folder()
        let labels = try SpoolUnderTest.labels(2)
        try folder.write(labels)
        try FileManager.default.removeItem(atPath: spool.printer)
        #expect(throws: SpoolError.self) { try folder.write(labels) }
        #expect(throws: SpoolError.self) { try folder.withdraw(labels[0].name) }
        #expect(throws: SpoolError.self) { try folder.names(in: .done) }
        try "".write(toFile: spool.printer, atomically: false, encoding: .utf8)
        #expect(throws: SpoolError.self) { try folder.write(labels) }
        #expect(throws: SpoolError.self) { try folder.place(of: labels[0].name) }
        #expect(throws: SpoolError.self) { try spool.folder() }
    }

    @Test("The feeder's reason is one line, and goes with its label")
    func reason() throws {
        let folder = try spool.folder()
        let label = try SpoolUnderTest.labels(1)[0]
        try folder.write([label])
        #expect(folder.reason(of: label.name) == nil)
        let queue = try SpoolQueue(path: folder.path)
        #expect(try queue.claim(label.name))
        try queue.finish(label.name, as: .failed, reason: "paper out\nand more")
        #expect(try folder.names(in: .failed) == [label.name])
        #expect(folder.reason(of: label.name) == "paper out")
        try folder.discard(label.name, from: .failed)
        #expect(try FileManager.default.contentsOfDirectory(atPath: spool.printer + "/failed").isEmpty)
    }

    @Test("A printer's name is a name of a folder", arguments: ["", ".", "..", "a/b", "Zebra 1", ".hidden"])
    func badName(_ name: String) throws {
        #expect(throws: SpoolError.badPrinterName(name)) { try SpoolFolder(spool: spool.path, printer: name) }
    }
}
