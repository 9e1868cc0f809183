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
    /// Asks the kernel, and the system for the user's groups; fails where `channel` is no Unix socket.
    static func of(_ channel: any Channel, groups lookup: GroupLookup) -> EventLoopFuture<PeerCredentials> {
        guard let options = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
        }
        let found: EventLoopFuture<KernelCredentials> = options.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        return found.flatMap { kernel in
            let account = GroupLookup.Account(userID: kernel.userID, groupID: kernel.groupID)
            return lookup.groups(of: account, on: channel.eventLoop).map { groups in
                PeerCredentials(
                    processID: Int(kernel.processID), userID: Int(kernel.userID), groupIDs: groups)
            }
        }
    }
}
