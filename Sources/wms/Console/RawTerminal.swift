import Glibc

/// The terminal on standard input, key by key.
final class RawTerminal {
    enum Input: Equatable {
        case bytes([UInt8])
        /// Nothing has come in time.
        case nothing
        /// The terminal has another size now.
        case resized
        case closed
    }

    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"
    private static let readBytes = 4_096

    /// How the terminal was before; nil while keys are not read one by one.
    private var before: termios?

    /// From now on keys come as they are pressed, and pastes are marked.
    func enter() {
        // A change of size ends a wait for keys.
        signal(SIGWINCH) { _ in }
        var now = termios()
        guard tcgetattr(STDIN_FILENO, &now) == 0 else { return }
        before = now
        let output = now.c_oflag
        cfmakeraw(&now)
        // A line feed still goes to the first column.
        now.c_oflag = output
        tcsetattr(STDIN_FILENO, TCSADRAIN, &now)
        Terminal.draw(Self.pasteOn)
    }

    /// Leaves the terminal as it was.
    func leave() {
        guard var before else { return }
        Terminal.draw(Self.pasteOff)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
        self.before = nil
    }

    /// Stops the program, as Ctrl-Z does where keys are not read one by one, until a shell lets it go on.
    func suspend() {
        leave()
        raise(SIGTSTP)
        enter()
    }

    /// - Parameter milliseconds: how long to wait; nil is for ever.
    func read(withinMS milliseconds: Int?) -> Input {
        var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        let ready = poll(&file, 1, Int32(milliseconds ?? -1))
        if ready < 0 { return errno == EINTR ? .resized : .closed }
        if ready == 0 { return .nothing }
        var bytes = [UInt8](repeating: 0, count: Self.readBytes)
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        if count < 0, errno == EINTR { return .resized }
        return count > 0 ? .bytes(Array(bytes.prefix(count))) : .closed
    }
}
