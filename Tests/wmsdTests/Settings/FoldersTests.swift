import Testing

@testable import wmsd

@Suite struct FoldersTests {
    @Test func systemdsVariablesComeFirst() {
        let environment = [
            "CONFIGURATION_DIRECTORY": "/etc/x", "STATE_DIRECTORY": "/var/x:/var/y",
            "RUNTIME_DIRECTORY": "/run/x",
            "XDG_STATE_HOME": "/home/a/state",
        ]
        let folders = Folders(environment: environment, userID: 1000, executable: "/usr/bin/wmsd")
        #expect(folders.settingsFile == "/etc/x/wmsd.yaml")
        #expect(folders.data == "/var/x" && folders.dataOrigin == "$STATE_DIRECTORY")
        #expect(folders.runtime == "/run/x")
    }

    @Test func rootHasTheSystemsFoldersAndOthersTheirOwn() {
        let root = Folders(environment: ["XDG_STATE_HOME": "/s"], userID: 0, executable: "/usr/bin/wmsd")
        #expect(
            [root.configuration, root.data, root.runtime] == ["/etc/wmsd", "/var/lib/wmsd", "/run/wmsd"])
        let user = Folders(
            environment: ["HOME": "/home/a", "XDG_RUNTIME_DIR": "/run/user/7"], userID: 7,
            executable: "/usr/bin/wmsd")
        #expect([user.configuration, user.data] == ["/home/a/.config/wmsd", "/home/a/.local/state/wmsd"])
        #expect(user.runtime == "/run/user/7/wmsd")
    }
}
