internal import Glibc

/// The labels that wait for one printer, as the one who feeds it sees them: the files of `spool/<printer>/new`.
///
/// One feeder at a time: the file `feeder` beside the folders is locked while this exists. It also holds the
/// name of the label that is on its way to the printer, so that a feeder that was stopped in between knows at
/// its next start that it does not know what became of it.
public final class SpoolQueue {
    /// `spool/<printer>`.
    public let path: String
    /// The label that an earlier feeder had in hand when it was stopped; nil where it had none.
    public private(set) var leftInHand: String?
    private let disk = LinuxDisk()
    private let descriptor: Int32

    /// Beside a label in `failed`: one line of text, why it lies there.
    public static let reasonEnding = ".reason"
    static let reasonBytesMax = 500
    /// In the file `feeder`, in front of the process that feeds, and of the label that it has in hand.
    private static let markBytesMax = 512

    /// - Throws: ``SpoolError/fedByAnother(_:_:)`` where another feeder has the folder.
    public init(path: String) throws(SpoolError) {
        self.path = path
        let file = path + "/feeder"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
        guard descriptor >= 0 else { throw .last("open", file) }
        let mark = Self.mark(descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .fedByAnother(path, mark.first ?? "another feeder")
        }
        self.descriptor = descriptor
        leftInHand = mark.dropFirst().first
        if leftInHand == nil { try setInHand(nil) }
    }

    deinit { close(descriptor) }

    /// The names that wait, in print order.
    public func waiting() throws(SpoolError) -> [String] {
        try disk.names(in: path + "/new").filter { !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The bytes of a waiting label; nil where it has been taken back meanwhile.
    public func bytes(of name: String) throws(SpoolError) -> [UInt8]? {
        guard try disk.holds("\(path)/new/\(name)") else { return nil }
        return try disk.read("\(path)/new/\(name)")
    }

    /// Notes, to stay, which label is about to be sent; nil for none.
    public func setInHand(_ name: String?) throws(SpoolError) {
        let text = Array("process \(getpid())\n\(name.map { $0 + "\n" } ?? "")".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count,
            fdatasync(descriptor) == 0
        else { throw .last("write", path + "/feeder") }
        leftInHand = name
    }

    /// Tells the daemon what became of a label, by moving its file.
    ///
    /// - Parameter reason: Why it failed, one line; the daemon tells the lead.
    public func settle(_ name: String, as place: SpoolPlace, reason: String? = nil) throws(SpoolError) {
        let target = "\(path)/\(place.rawValue)/\(name)"
        if place == .failed, let reason {
            try disk.write(Array((reason + "\n").utf8), to: target + Self.reasonEnding)
        }
        if try disk.move("\(path)/new/\(name)", to: target) == .targetTaken {
            try disk.remove("\(path)/new/\(name)")
        }
        try disk.syncFolder("\(path)/\(place.rawValue)")
        try disk.syncFolder(path + "/new")
        if leftInHand == name { try setInHand(nil) }
    }

    private static func mark(_ descriptor: Int32) -> [String] {
        var bytes = [UInt8](repeating: 0, count: markBytesMax)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").map(
            String.init)
    }
}
