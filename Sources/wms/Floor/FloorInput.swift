import Glibc

/// Where a worker's scans come from.
protocol FloorInput: AnyObject {
    /// The next line without white space at either end; nil at the end of input.
    func next() -> String?

    /// Waits so long, and tells each line that comes meanwhile, also those that came since the last one was read.
    func wait(milliseconds: Int, telling: (String) -> Void)
}

/// Standard input. Lines that come through a pipe were written beforehand and are all meant: only a person scans out of
/// impatience.
final class StandardScans: FloorInput {
    private let isTyped = Terminal.isInputATerminal
    private var isOver = false

    func next() -> String? {
        let line = readLine()?.trimmingSpaces
        isOver = line == nil
        return line
    }

    func wait(milliseconds: Int, telling: (String) -> Void) {
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        while true {
            let leftMS = max(0, Int(ContinuousClock.now.duration(to: end) / .milliseconds(1)))
            guard isTyped, !isOver else {
                usleep(UInt32(leftMS) * 1_000)
                return
            }
            // A terminal gives whole lines, one at a time.
            var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let ready = poll(&descriptor, 1, Int32(leftMS))
            if ready > 0 {
                if let line = next(), !line.isEmpty { telling(line) }
            } else if ready == 0 || errno != EINTR {
                return
            }
        }
    }
}
