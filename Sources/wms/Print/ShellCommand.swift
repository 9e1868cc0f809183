import CLinux
import Glibc

/// A shell command with bytes on its standard input.
struct ShellCommand {
    let text: String
    /// A descriptor that the command has too.
    let inherited: Int32

    struct End: Equatable {
        let status: Status
        /// Of its standard input; what it was given in another way does not count.
        let bytesRead: Int
        /// The last line that it wrote to standard error.
        let lastLine: String?
    }

    enum Status: Equatable, CustomStringConvertible {
        case exit(Int32)
        case signal(Int32)
        /// The system keeps no status for a parent that ignores SIGCHLD.
        case unknown

        init(_ waited: Int32?) {
            guard let waited else {
                self = .unknown
                return
            }
            self = waited & 0x7F == 0 ? .exit(waited >> 8 & 0xFF) : .signal(waited & 0x7F)
        }

        var description: String {
            switch self {
            case .exit(let status): "ended with \(status)"
            case .signal(let number): "was ended by signal \(number)"
            case .unknown: "ended, and how is not known"
            }
        }
    }

    /// Runs until the command has ended, in a process group of its own: a key that interrupts this program does
    /// not end the command in the middle of a label.
    ///
    /// - Throws: Where it cannot be started.
    func run(reading bytes: [UInt8]) throws(FeedFault) -> End {
        let (input, errors) = (try BytePipe(), try BytePipe())
        let process = try start(input, errors)
        errors.closeWriteEnd()
        // The read end of its input stays open here too: what the command leaves unread can be counted, and
        // writing to a command that has ended is no signal.
        var command = RunningCommand(
            process: process, input: input, errors: errors, rest: bytes[...])
        let status = command.waitForEnd()
        return End(
            status: Status(status), bytesRead: bytes.count - command.rest.count - input.bytesWithin,
            lastLine: command.lastLine)
    }

    private func start(_ input: BytePipe, _ errors: BytePipe) throws(FeedFault) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.readEnd, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.writeEnd, STDERR_FILENO)
        // Onto itself: it stays open in the command.
        posix_spawn_file_actions_adddup2(&actions, inherited, inherited)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        posix_spawnattr_setpgroup(&attributes, 0)
        // This program ignores broken pipes; the command may count on being ended by one.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // With a second line the shell stays until the command has ended, and what it inherits stays open.
        let words: [String] = ["/bin/sh", "-c", text + "\nexit $?"]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let fault = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, own_environment())
        guard fault == 0 else {
            throw FeedFault(description: "\(text) cannot be run: \(String(cString: strerror(fault)))")
        }
        return process
    }
}
