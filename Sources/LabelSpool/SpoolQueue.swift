internal import Glibc

/// The labels that wait for one printer, as the one who feeds it sees them: the files of `spool/<printer>/new`.
///
/// One feeder at a time: the files `feeder` and `sending` beside the folders are locked while this exists. A label is taken in
/// hand before it is sent, by one rename, so that from then on the daemon cannot take it back; a feeder that
/// is stopped in between leaves it there claimed: it may be on paper or not.
///
///     let queue = try SpoolQueue(path: "/var/lib/wmsd/spool/zebra-1")
///     for name in try queue.read().waiting {
///         guard let bytes = try queue.bytes(of: name), try queue.claim(name) else { continue }
///         try queue.finish(name, as: send(bytes) ? .done : .failed)
///     }
///
/// Blocks on disk; not for use by two threads at once.
public final class SpoolQueue {
    /// `spool/<printer>`.
    public let path: String
    /// The descriptor of the lock `sending`. A command that is given it holds that lock too, until it ends.
    public let lock: Int32
    private let feeder: Int32
    private let disk = LinuxDisk()

    /// Beside a label in `failed`: one line of text, why it lies there.
    public static let reasonEnding = ".reason"
    static let reasonBytesMax = 500
    /// What the file `feeder` holds is shorter.
    private static let markBytesMax = 64

    /// - Throws: ``SpoolError/fedByAnother(_:_:)`` where another feeder has the folder, and
    ///   ``SpoolError/commandStillRuns(_:)`` where one has ended and what it had started has not.
    public init(path: String) throws(SpoolError) {
        let file = path + "/feeder"
        let feeder = try Self.opened(file)
        guard flock(feeder, LOCK_EX | LOCK_NB) == 0 else {
            defer { close(feeder) }
            throw .fedByAnother(path, Self.mark(feeder))
        }
        do throws(SpoolError) { lock = try Self.locked(path + "/sending", or: .commandStillRuns(path)) } catch
        {
            close(feeder)
            throw error
        }
        self.path = path
        self.feeder = feeder
        let mark = Array("process \(getpid())\n".utf8)
        guard ftruncate(feeder, 0) == 0, pwrite(feeder, mark, mark.count, 0) == mark.count else {
            throw .last("write", file)
        }
    }

    deinit {
        close(lock)
        close(feeder)
    }

    /// What lies in `new` now.
    ///
    /// - Complexity: O(n log n) in the files there.
    public func read() throws(SpoolError) -> SpoolContents {
        var contents = SpoolContents()
        for name in try disk.names(in: path + "/new") {
            if let label = SpoolName(inHand: name) {
                contents.inHand.append(label)
            } else if name.hasPrefix(SpoolName.handMark) {
                continue
            } else if let label = SpoolName(name), try disk.holdsFile("\(path)/new/\(name)") {
                contents.waiting.append(label)
            } else {
                contents.strangers.append(name)
            }
        }
        contents.waiting.sort()
        contents.inHand.sort()
        contents.strangers.sort()
        return contents
    }

    /// The bytes of a waiting label; nil where it has been withdrawn meanwhile.
    public func bytes(of name: SpoolName) throws(SpoolError) -> [UInt8]? {
        do throws(SpoolError) { return try disk.read("\(path)/new/\(name)") } catch {
            if case .system(_, _, ENOENT) = error { return nil }
            throw error
        }
    }

    /// Claims a waiting label, for good, so that it may be sent.
    ///
    /// - Returns: false where it has been withdrawn meanwhile.
    public func claim(_ name: SpoolName) throws(SpoolError) -> Bool {
        guard try disk.move("\(path)/new/\(name)", to: inHand(name)) == .moved else { return false }
        try disk.syncFolder(path + "/new")
        return true
    }

    /// Lays a claimed label back among those that wait; nothing of it was sent that could be printed.
    public func layBack(_ name: SpoolName) throws(SpoolError) {
        if try disk.move(inHand(name), to: "\(path)/new/\(name)") == .targetExists {
            try disk.remove(inHand(name))
        }
    }

    /// Moves a claimed label to where it ended; the daemon reads from that what became of it.
    ///
    /// - Parameter reason: Why it failed, one line; the daemon reports it to the lead.
    public func finish(_ name: SpoolName, as place: SpoolPlace, reason: String? = nil) throws(SpoolError) {
        let target = "\(path)/\(place.rawValue)/\(name)"
        if place == .failed, let reason {
            try disk.write(Array((reason + "\n").utf8), to: target + Self.reasonEnding)
        }
        if try disk.move(inHand(name), to: target) == .targetExists { try disk.remove(inHand(name)) }
        try disk.syncFolder("\(path)/\(place.rawValue)")
        try disk.syncFolder(path + "/new")
    }

    private func inHand(_ name: SpoolName) -> String { "\(path)/new/\(name.inHand)" }

    // MARK: Locks

    private static func opened(_ file: String) throws(SpoolError) -> Int32 {
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
        guard descriptor >= 0 else { throw .last("open", file) }
        return descriptor
    }

    private static func locked(_ file: String, or fault: SpoolError) throws(SpoolError) -> Int32 {
        let descriptor = try opened(file)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw fault
        }
        return descriptor
    }

    /// What another feeder wrote of itself.
    private static func mark(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: markBytesMax)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.split(separator: "\n").first.map(String.init) ?? "another feeder"
    }
}

/// What a feeder finds in `new`.
public struct SpoolContents: Equatable, Sendable {
    /// To be printed, in print order.
    public var waiting: [SpoolName] = []
    /// Claimed, by this feeder or by one before it that was stopped.
    public var inHand: [SpoolName] = []
    /// Names that are no label's, and folders, links and devices, sorted: nobody's labels, and left alone.
    public var strangers: [String] = []
}
