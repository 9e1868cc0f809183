import Glibc

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

    /// Colours on a terminal, unless `NO_COLOR` or a dumb terminal says otherwise.
    static var hasColours: Bool {
        isOutputATerminal && (environment["NO_COLOR"] ?? "").isEmpty && !isDumb
    }

    /// True where the cursor cannot be moved.
    static var isDumb: Bool { ["dumb", "", nil].contains(environment["TERM"]) }

    /// True where the locale can show block characters.
    static var showsUnicode: Bool {
        let locale =
            ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
    }

    /// How wide an answer may be; nil where it goes to no terminal.
    static var outputColumns: Int? { size?.columns }

    /// The same of standard error.
    static var errorColumns: Int? { size(of: STDERR_FILENO)?.columns }

    /// Columns and rows of the terminal; nil where there is none.
    static var size: (columns: Int, rows: Int)? { size(of: STDOUT_FILENO) }

    private static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return nil
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
