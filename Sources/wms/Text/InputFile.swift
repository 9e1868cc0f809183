import Glibc

/// Why a file cannot be read, in one sentence.
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
        guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
            throw InputFileError(description: "\(path) is not UTF-8; save it as UTF-8")
        }
        return text
    }

    private static func unreadable(_ path: String) -> InputFileError {
        InputFileError(description: "\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
}
