import Glibc
import NIOCore

/// Who is at the other end of a Unix socket, as the kernel saw it at the moment of connecting.
struct PeerCredentials: Equatable, Sendable {
    let processID: Int
    let userID: Int
    /// The primary group of the process and the groups of its user.
    let groupIDs: [Int]
}

/// `struct ucred` of unix(7), which Glibc's module does not show.
private struct KernelCredentials: Sendable {
    var processID: Int32 = 0
    var userID: UInt32 = 0
    var groupID: UInt32 = 0
}

extension PeerCredentials {
    /// Asks the kernel; fails where `channel` is no Unix socket.
    static func of(_ channel: any Channel) -> EventLoopFuture<PeerCredentials> {
        guard let options = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
        }
        let found: EventLoopFuture<KernelCredentials> = options.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        return found.map { kernel in
            PeerCredentials(
                processID: Int(kernel.processID), userID: Int(kernel.userID),
                groupIDs: groups(ofUser: kernel.userID, with: kernel.groupID))
        }
    }

    private static func groups(ofUser userID: UInt32, with groupID: UInt32) -> [Int] {
        guard let user = getpwuid(userID) else { return [Int(groupID)] }
        var groups = [gid_t](repeating: 0, count: groupsMax)
        var count = Int32(groupsMax)
        guard getgrouplist(user.pointee.pw_name, groupID, &groups, &count) >= 0 else { return [Int(groupID)] }
        return groups.prefix(Int(count)).map(Int.init)
    }

    /// More groups than any user of a warehouse is in; the kernel's own limit is 65,536.
    private static let groupsMax = 1_024
}
