import Glibc

/// What is the matter with a file that a command is given, in one sentence.
struct InputFileError: Error, CustomStringConvertible {
    let description: String
}

/// Files that a command is given, `-` being standard input.
enum InputFile {
    static func bytes(of path: String) throws(InputFileError) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 { bytes += buffer[..<count] } else if errno != EINTR { throw unreadable(path) }
        }
    }

    static func text(of path: String) throws(InputFileError) -> String {
        let bytes = try bytes(of: path)
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        throw InputFileError(
            description: "\(path) is not UTF-8 in line \(lineOfFault(in: bytes)); save it as UTF-8 text")
    }

    /// The line, counted from 1, that holds the first byte of no character.
    static func lineOfFault(in bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }

    private static func unreadable(_ path: String) -> InputFileError {
        InputFileError(description: "\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
}
