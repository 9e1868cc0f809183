import Glibc

/// Where the history of the prompt is kept: `$XDG_STATE_HOME/wms/history`, readable by its owner alone.
///
/// Errors are ignored: the prompt works without its history.
struct HistoryFile {
    private let folder: String
    private var path: String { folder + "/history" }

    /// - Returns: nil where there is no home.
    init?(environment: [String: String]) {
        // A path that is not absolute is to be ignored (XDG Base Directory Specification).
        let variable = { (name: String) in environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let state = variable("XDG_STATE_HOME") ?? variable("HOME").map({ $0 + "/.local/state" }) else {
            return nil
        }
        folder = state + "/wms"
    }

    func read() -> [String] {
        guard let bytes = try? InputFile.bytes(of: path) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
            String($0).terminalSafeLine
        }
    }

    /// Adds one line; other prompts may add theirs at the same time.
    func append(_ line: String) { write(line + "\n", flags: O_APPEND) }

    /// Writes the file anew with these lines alone, once it has grown to twice as many.
    func shorten(to lines: [String], from count: Int) {
        if count >= 2 * History.linesMax { write(lines.map { $0 + "\n" }.joined(), flags: O_TRUNC) }
    }

    private func write(_ text: String, flags: Int32) {
        makeFolder()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }

    private func makeFolder() {
        var path = ""
        for name in folder.split(separator: "/") {
            path += "/" + name
            mkdir(path, 0o700)
        }
    }
}
