// Its standard streams are variables of C.
@preconcurrency import Glibc

/// What the program knows of the terminal around it.
enum Terminal {
    static let environment: [String: String] = {
        var variables: [String: String] = [:]
        var entry = environ
        while let pointer = entry.pointee {
            let parts = String(cString: pointer).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            entry += 1
        }
        return variables
    }()

    static var isOutputATerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var isInputATerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Colours where a person looks, unless `NO_COLOR` or a dumb terminal says otherwise.
    static var hasColours: Bool {
        isOutputATerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// True where the locale can show block characters.
    static var showsUnicode: Bool {
        let locale =
            ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
    }

    /// Columns and rows of the terminal; nil where there is none.
    static var size: (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    static func complain(_ text: String) { report(text + "\n") }

    /// Says something beside the answer; the line goes on. Nobody can be told where this fails.
    static func report(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

    /// Writes at once, so that a person and a pipe both see it before the next wait.
    static func show(_ text: String) { _ = write(Array(text.utf8), to: STDOUT_FILENO) }

    /// The answer itself, whole or not at all.
    static func put(_ bytes: [UInt8]) throws(OutputError) {
        if !write(bytes, to: STDOUT_FILENO) { throw OutputError() }
    }

    /// Sends what `print` still holds.
    static func finish() throws(OutputError) {
        if fflush(stdout) != 0 || ferror(stdout) != 0 { throw OutputError() }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        fflush(nil)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return true
    }
}
