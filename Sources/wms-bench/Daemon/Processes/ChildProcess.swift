import CLinux
import Foundation

/// A program that runs beside this one and ends with it.
final class ChildProcess {
    private let id: pid_t
    private let program: String
    private let log: String
    private var isOver = false

    /// Starts a program, in this one's process group: a key that interrupts this one ends it too.
    ///
    /// - Parameters:
    ///   - program: a path, or a name to be found on `PATH`.
    ///   - log: the file that its output goes to.
    init(_ program: String, _ arguments: [String], log: String) throws(WireFault) {
        self.program = program
        self.log = log
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var started: pid_t = 0
        let fault = posix_spawnp(&started, program, &actions, nil, words, own_environment())
        guard fault == 0 else {
            throw .notStarted(program: program, why: String(cString: strerror(fault)))
        }
        id = started
    }

    deinit {
        if isOver { return }
        kill(id, SIGKILL)
        waitpid(id, nil, 0)
    }

    /// Whether it still runs.
    ///
    /// - Throws: Where it has ended by itself.
    func checkRunning() throws(WireFault) {
        var status: Int32 = 0
        guard !isOver, waitpid(id, &status, WNOHANG) == id else { return }
        isOver = true
        throw ended(status)
    }

    /// Asks it to end and waits until it has.
    func stop() throws(WireFault) {
        if isOver { return }
        kill(id, SIGTERM)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        isOver = true
        if status != 0 { throw ended(status) }
    }

    private func ended(_ status: Int32) -> WireFault {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n").suffix(3).joined(separator: " / ")
        return .ended(program: program, status: status >> 8 & 0xFF, log: lines)
    }

    /// What of it is in memory.
    var residentMB: Double {
        let status = (try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let kB = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
        return (kB ?? .nan) / 1_024
    }

    /// What it has computed, on all its threads.
    var cpuSeconds: Double {
        let text = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ""
        // The second field, its name in brackets, may hold blanks; user and system time are the 14th and 15th.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
            return .nan
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
