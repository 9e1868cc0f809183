import Foundation

/// The labels that wait for one printer, in print order: the files of `spool/<printer>/new`.
struct SpoolQueue {
    /// `spool/<printer>`.
    let folder: String

    /// The names that wait, sorted as the daemon numbered them.
    func waiting() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder + "/new").filter { !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func bytes(of name: String) throws -> [UInt8] { try InputFile.bytes(of: "\(folder)/new/\(name)") }

    /// Tells the daemon what became of a label, by moving its file.
    func settle(_ name: String, isPrinted: Bool) throws {
        let target = "\(folder)/\(isPrinted ? "done" : "failed")/\(name)"
        guard rename("\(folder)/new/\(name)", target) == 0 else {
            throw InputFileError(description: "\(name) cannot be moved to \(target): \(String(cString: strerror(errno)))")
        }
    }
}
