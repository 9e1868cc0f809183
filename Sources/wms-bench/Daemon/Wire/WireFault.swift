import Glibc

/// Why a measurement of the daemon has to end.
enum WireFault: Error, CustomStringConvertible {
    /// A call of the system failed.
    case system(what: String, number: Int32)
    case lost(String)
    /// The other side refused what it has to accept.
    case refused(asked: String, answer: String)
    /// The other side answered something that nobody here understands.
    case unexpected(asked: String, answer: String)
    /// No answer came for so long.
    case silent(seconds: Int)
    case ended(program: String, status: Int32, log: String)
    case notStarted(program: String, why: String)
    /// A picker has to bind a tote and all of so many are in use.
    case noToteLeft(of: Int)
    /// A statement on the file of a daemon that is stopped failed.
    case database(asked: String, why: String)

    static func system(_ what: String) -> WireFault { .system(what: what, number: errno) }

    var description: String {
        switch self {
        case .system(let what, let number): "\(what): \(String(cString: strerror(number)))"
        case .lost(let why): "a connection was lost: \(why)"
        case .refused(let asked, let answer): "\(asked) was refused: \(answer)"
        case .unexpected(let asked, let answer): "\(asked) got an answer that is not understood: \(answer)"
        case .silent(let seconds): "nothing was answered for \(seconds) s"
        case .ended(let program, let status, let log): "\(program) ended with status \(status): \(log)"
        case .notStarted(let program, let why): "\(program) does not start: \(why)"
        case .noToteLeft(let count): "no free tote is left of \(count)"
        case .database(let asked, let why): "\(why), asked by \(asked)"
        }
    }
}
