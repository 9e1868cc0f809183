import GRDBSQLite

@testable import Store

/// A file that keeps its bytes in memory and records what is done to it, as SQLite's own file lies beneath a log.
final class RecordedDisk {
    enum Operation: Equatable {
        case write(Range<Int>)
        case sync
    }

    private(set) var operations: [Operation] = []
    private(set) var bytes: [UInt8] = []
    /// No write goes beyond this.
    var bytesMax = Int.max
    var failsToSync = false

    private struct OpenFile {
        var file: sqlite3_file
        let disk: Unmanaged<RecordedDisk>
    }

    /// A log on this disk, which outlives it.
    func log() -> WriteAheadLog {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: MemoryLayout<OpenFile>.stride, alignment: 16)
        memory.bindMemory(to: OpenFile.self, capacity: 1).initialize(
            to: OpenFile(file: sqlite3_file(pMethods: Self.methods), disk: .passUnretained(self)))
        return WriteAheadLog(memory.assumingMemoryBound(to: sqlite3_file.self), path: "recorded")
    }

    private static func disk(_ file: UnsafeMutablePointer<sqlite3_file>?) -> RecordedDisk {
        UnsafeMutableRawPointer(file)!.assumingMemoryBound(to: OpenFile.self).pointee.disk.takeUnretainedValue()
    }

    private func write(_ source: UnsafeRawBufferPointer, at offset: Int) -> Int32 {
        let range = offset..<(offset + source.count)
        guard range.upperBound <= bytesMax else { return SQLITE_FULL }
        operations.append(.write(range))
        if bytes.count < range.upperBound { bytes += repeatElement(0, count: range.upperBound - bytes.count) }
        bytes.replaceSubrange(range, with: source)
        return SQLITE_OK
    }

    private nonisolated(unsafe) static let methods: UnsafePointer<sqlite3_io_methods> = {
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        var own = sqlite3_io_methods()
        own.iVersion = 1
        own.xClose = { _ in SQLITE_OK }
        own.xRead = { file, target, length, offset in
            let bytes = RecordedDisk.disk(file).bytes.dropFirst(Int(offset)).prefix(Int(length))
            for (place, byte) in bytes.enumerated() { target!.storeBytes(of: byte, toByteOffset: place, as: UInt8.self) }
            return bytes.count == length ? SQLITE_OK : SQLITE_IOERR
        }
        own.xWrite = { file, source, length, offset in
            RecordedDisk.disk(file).write(UnsafeRawBufferPointer(start: source, count: Int(length)), at: Int(offset))
        }
        own.xTruncate = { file, length in
            let disk = RecordedDisk.disk(file)
            disk.bytes = Array(disk.bytes.prefix(Int(length)))
            return SQLITE_OK
        }
        own.xSync = { file, _ in
            let disk = RecordedDisk.disk(file)
            if disk.failsToSync { return SQLITE_IOERR }
            disk.operations.append(.sync)
            return SQLITE_OK
        }
        own.xFileSize = { file, length in
            length!.pointee = Int64(RecordedDisk.disk(file).bytes.count)
            return SQLITE_OK
        }
        methods.initialize(to: own)
        return UnsafePointer(methods)
    }()
}

extension WriteAheadLog {
    func write(_ bytes: [UInt8], at offset: Int) -> Int32 {
        bytes.withUnsafeBytes { write($0.baseAddress!, $0.count, at: offset) }
    }
}
