import Domain
import Glibc
import LineProtocol

/// Roles that a user, or every member of a group, holds.
struct Grant: Equatable, Sendable {
    enum Holder: Equatable, Sendable {
        case userID(Int)
        case user(String)
        case groupID(Int)
        case group(String)
    }

    let holder: Holder
    let roles: [Role]
}

/// Who may do what: roles by the credentials of the connection.
///
/// With no grants at all the daemon's own user and root have every role, and nobody else any. Where there
/// are grants they alone decide, but root, who could read the database anyway, keeps every role.
struct AccessRules: Sendable {
    private let rolesByUser: [Int: [Role]]
    private let rolesByGroup: [Int: [Role]]
    private let fullUsers: [Int]

    /// - Throws: ``SettingsError/badArgument(_:)`` for a user or group that does not exist.
    init(_ grants: [Grant], ownUserID: Int) throws(SettingsError) {
        var users: [Int: [Role]] = [:]
        var groups: [Int: [Role]] = [:]
        for grant in grants {
            switch grant.holder {
            case .userID(let id): users[id, default: []] += grant.roles
            case .groupID(let id): groups[id, default: []] += grant.roles
            case .user(let name): users[try Self.userID(name), default: []] += grant.roles
            case .group(let name): groups[try Self.groupID(name), default: []] += grant.roles
            }
        }
        rolesByUser = users
        rolesByGroup = groups
        fullUsers = grants.isEmpty ? [0, ownUserID] : [0]
    }

    /// The roles of a caller on a socket that may narrow them, in the order of the declaration.
    func roles(of peer: PeerCredentials, onSocketFor narrowed: [Role]?) -> [Role] {
        let held = fullUsers.contains(peer.userID) ? Role.allCases : granted(to: peer)
        return Role.allCases.filter { held.contains($0) && narrowed?.contains($0) ?? true }
    }

    private func granted(to peer: PeerCredentials) -> [Role] {
        (rolesByUser[peer.userID] ?? []) + peer.groupIDs.flatMap { rolesByGroup[$0] ?? [] }
    }

    private static func userID(_ name: String) throws(SettingsError) -> Int {
        guard let user = getpwnam(name) else { throw .badArgument(missing("user", name)) }
        return Int(user.pointee.pw_uid)
    }

    private static func groupID(_ name: String) throws(SettingsError) -> Int {
        guard let group = getgrnam(name) else { throw .badArgument(missing("group", name)) }
        return Int(group.pointee.gr_gid)
    }

    private static func missing(_ kind: String, _ name: String) -> String {
        "roles: there is no \(kind) \(name); correct the name, or add it to the system first"
    }
}
