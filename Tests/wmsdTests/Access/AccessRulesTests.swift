import Domain
import LineProtocol
import Testing

@testable import wmsd

@Suite struct AccessRulesTests {
    @Test func withNoGrantsTheDaemonsUserAndRootHaveEveryRole() throws {
        let rules = try AccessRules([], ownUserID: 900)
        #expect(rules.roles(of: peer(900), onSocketFor: nil) == Role.allCases)
        #expect(rules.roles(of: peer(0), onSocketFor: nil) == Role.allCases)
        #expect(rules.roles(of: peer(1000), onSocketFor: nil).isEmpty)
    }

    @Test func grantsAloneDecide() throws {
        let grants = [
            Grant(holder: .userID(1000), roles: [.packer]),
            Grant(holder: .groupID(50), roles: [.picker, .viewer]),
        ]
        let rules = try AccessRules(grants, ownUserID: 900)
        #expect(rules.roles(of: peer(1000, 50), onSocketFor: nil) == [.picker, .packer, .viewer])
        #expect(rules.roles(of: peer(1001, 50), onSocketFor: nil) == [.picker, .viewer])
        #expect(rules.roles(of: peer(900), onSocketFor: nil).isEmpty)
    }

    @Test func aSocketNarrowsAndNeverWidens() throws {
        let rules = try AccessRules([Grant(holder: .userID(1000), roles: [.packer])], ownUserID: 900)
        #expect(rules.roles(of: peer(1000), onSocketFor: [.packer, .lead]) == [.packer])
        #expect(rules.roles(of: peer(1000), onSocketFor: [.lead]).isEmpty)
    }

    @Test func namesAreLookedUp() throws {
        let rules = try AccessRules([Grant(holder: .user("daemon"), roles: [.oms])], ownUserID: 900)
        #expect(rules.roles(of: peer(1), onSocketFor: nil) == [.oms])
        let missing = "roles: there is no user nobody-at-all; correct the name, or add it to the system first"
        #expect(throws: SettingsError.badArgument(missing)) {
            try AccessRules([Grant(holder: .user("nobody-at-all"), roles: [.oms])], ownUserID: 900)
        }
    }

    private func peer(_ user: Int, _ groups: Int...) -> PeerCredentials {
        PeerCredentials(processID: 1, userID: user, groupIDs: groups)
    }
}
