import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// Looks up the groups of the users who connect, on threads that may wait.
///
/// Where users are kept in a directory on the network an answer can take seconds, and an event loop that waits for it
/// serves nobody meanwhile. Connections of one user that are opened while it is looked up share the answer, so that a
/// slow one takes one thread. Nothing is kept: whoever is added to a group has its roles with the next connection.
final class GroupLookup: Sendable {
    /// The user and primary group of a process.
    struct Account: Hashable, Sendable {
        let userID: UInt32
        let groupID: UInt32
    }

    private let threads: NIOThreadPool
    private let find: @Sendable (Account) -> [Int]
    private let underWay = Mutex<[Account: EventLoopFuture<[Int]>]>([:])

    /// - Parameter find: gives the groups of an account; it may block, and is called on several threads at once.
    init(
        on threads: NIOThreadPool = .singleton,
        find: @escaping @Sendable (Account) -> [Int] = { $0.groupsOfSystem() }
    ) {
        self.threads = threads
        self.find = find
    }

    /// The primary group and the groups of the user, later; call it on `loop`.
    func groups(of account: Account, on loop: any EventLoop) -> EventLoopFuture<[Int]> {
        if let sought = underWay.withLock({ $0[account] }) { return sought }
        let sought = threads.runIfActive(eventLoop: loop) { [find] in find(account) }
        underWay.withLock { $0[account] = sought }
        sought.whenComplete { [self] _ in underWay.withLock { $0[account] = nil } }
        return sought
    }
}

extension GroupLookup.Account {
    /// Asks the system; the primary group alone where it does not know the user.
    func groupsOfSystem() -> [Int] {
        var texts = [CChar](repeating: 0, count: Self.textBytesMax)
        return texts.withUnsafeMutableBufferPointer { texts in
            var entry = passwd()
            var found: UnsafeMutablePointer<passwd>?
            guard let start = texts.baseAddress, getpwuid_r(userID, &entry, start, texts.count, &found) == 0,
                found != nil
            else { return [Int(groupID)] }
            var groups = [gid_t](repeating: 0, count: Self.groupsMax)
            var count = Int32(Self.groupsMax)
            guard getgrouplist(entry.pw_name, groupID, &groups, &count) >= 0 else { return [Int(groupID)] }
            return groups.prefix(Int(count)).map(Int.init)
        }
    }

    /// More groups than any user of a warehouse is in; the kernel's own limit is 65,536.
    private static let groupsMax = 1_024
    /// The name, comment, home and shell of a user are shorter together.
    private static let textBytesMax = 64 << 10
}
