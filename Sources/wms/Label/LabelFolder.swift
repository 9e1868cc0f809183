import Common
import Glibc

/// Why labels cannot be put where they are wanted, in one sentence.
struct LabelFolderError: Error, CustomStringConvertible {
    let description: String

    init(_ path: String, _ what: String) {
        description = "\(path) cannot be \(what): \(String(cString: strerror(errno)))"
    }
}

/// The folder that rendered labels are written to, made with those around it where it is missing.
struct LabelFolder {
    private let path: String

    init(_ path: String) throws(LabelFolderError) {
        self.path = path
        var made = path.hasPrefix("/") ? "/" : ""
        for name in path.split(separator: "/") {
            made += name
            guard mkdir(made, 0o777) == 0 || errno == EEXIST else { throw LabelFolderError(made, "made") }
            made += "/"
        }
        guard access(made.isEmpty ? "." : made, W_OK | X_OK) == 0 else {
            throw LabelFolderError(path, "written to")
        }
    }

    /// Writes the label of a data line.
    func write(_ bytes: [UInt8], number: Int, kind: String) throws(LabelFolderError) {
        let file = "\(path)/\(number.zeroPadded(to: 6)).\(kind)"
        guard let stream = fopen(file, "w") else { throw LabelFolderError(file, "written") }
        let count = fwrite(bytes, 1, bytes.count, stream)
        guard fclose(stream) == 0, count == bytes.count else { throw LabelFolderError(file, "written") }
    }
}
