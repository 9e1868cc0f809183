import LineProtocol

/// Why a demonstration ended early.
enum DemoFault: Error, CustomStringConvertible {
    case file(String, why: String)
    case folderInUse(String)
    case layout(String)
    case daemon(why: String, log: String)
    case refused(party: String, what: String, ClientError)
    /// An answer without something that it must have.
    case unexpected(party: String, what: String)
    case eventsBroken(expected: Int, got: Int)
    case ordersLeft([String])
    case unsound(String)
    /// Somebody else failed; there is nothing more to do.
    case abandoned

    var description: String {
        switch self {
        case .file(let path, let why): "\(path): \(why)"
        case .folderInUse(let path): "\(path) is not empty; name a new folder with --keep"
        case .layout(let why): why
        case .daemon(let why, let log): "the daemon \(why); its log is \(log)"
        case .refused(let party, let what, let error): "\(party): \(what): \(error)"
        case .unexpected(let party, let what): "\(party): \(what)"
        case .eventsBroken(let expected, let got): "event \(expected) was due and \(got) came"
        case .ordersLeft(let why): "orders did not reach the driver:\n" + why.joined(separator: "\n")
        case .unsound(let why): "the audit found the books unsound: \(why)"
        case .abandoned: "abandoned"
        }
    }
}
