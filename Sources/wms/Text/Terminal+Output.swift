import Glibc

/// Everything the program says goes through here, where no text can steer the terminal.
extension Terminal {
    /// What a shell shows for a program that a broken pipe has ended.
    private static let brokenPipeStatus = 128 + SIGPIPE

    /// A write to a pipe that nobody reads any more is an error of that write and no signal: a label feeder
    /// whose log has gone goes on.
    static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    /// A part of the answer, written at once, so that a person and a pipe both see it before the next wait.
    static func print(_ text: String, terminator: String = "\n") {
        put(Array((text.terminalSafe + terminator).utf8))
    }

    /// A message beside the answer, on standard error. Where this fails it is ignored.
    static func printError(_ text: String) {
        let lines = text.terminalSafe.broken(toColumns: errorColumns)
        _ = write(Array((lines + "\n").utf8), to: STDERR_FILENO)
    }

    /// How far the work is, on one line of standard error that is written over until the last one.
    static func showProgress(_ text: String, isLast: Bool) {
        _ = write(Array(("\r" + text.terminalSafeLine + (isLast ? "\n" : "")).utf8), to: STDERR_FILENO)
    }

    /// Sends codes for the terminal with the texts between them, which must be ``Swift/String/terminalSafeLine``.
    static func draw(_ codes: String) { put(Array(codes.utf8)) }

    /// Bytes as they are: pictures and labels.
    ///
    /// Ends the program where they cannot be written: quietly with a broken pipe, as the reader has had enough,
    /// and else with a message on standard error and status 1.
    static func put(_ bytes: [UInt8]) {
        if write(bytes, to: STDOUT_FILENO) { return }
        if errno == EPIPE { exit(brokenPipeStatus) }
        printError("wms: standard output cannot be written: \(String(cString: strerror(errno)))")
        exit(EXIT_FAILURE)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return true
    }
}
