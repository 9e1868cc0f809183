public import Domain

/// Why a data folder cannot be opened or go on. Unlike a refusal it concerns every command.
public enum StoreError: Error, Sendable, Equatable {
    /// The folder or file cannot be made or opened.
    case cannotOpen(path: String, why: String)
    /// The file is no database of ours, or it is damaged.
    case foreignFile(path: String)
    /// The file was written by a newer program.
    case newerFile(path: String, version: Int, known: Int)
    /// Another process holds the file.
    case inUse(path: String)
    /// A setting that makes commits durable could not be set.
    case notDurable(path: String, setting: String, found: String)
    /// A commit failed: none of its commands happened.
    case commitFailed(Refusal)
    case storage(path: String, fault: StorageFault)
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let path, let why):
            "\(path) cannot be opened (\(why)); check that the folder exists and belongs to this user"
        case .foreignFile(let path):
            "\(path) is not a database of wmsd, or is damaged; name another data folder or restore a backup"
        case .newerFile(let path, let version, let known):
            "\(path) has schema version \(version), this program knows up to \(known); start a newer wmsd"
        case .inUse(let path): "\(path) is held by another process; stop that one first"
        case .notDurable(let path, let setting, let found):
            "\(path): \(setting) is \(found), so a commit would not be durable; refusing to start"
        case .commitFailed(let refusal): "the commit failed: \(refusal)"
        case .storage(let path, let fault): "\(path): \(fault.message) (SQLite \(fault.code))"
        }
    }
}
