import LineProtocol
import Testing

struct SocketPathTests {
    @Test func `systemd's folder comes before the system's and the user's`() {
        let environment = ["RUNTIME_DIRECTORY": "/run/wmsd-test", "XDG_RUNTIME_DIR": "/run/user/1000"]
        #expect(
            SocketPath.candidates(environment: environment, userID: 1000) == [
                "/run/wmsd-test/wmsd.sock", "/run/wmsd/wmsd.sock", "/run/user/1000/wmsd/wmsd.sock",
            ])
    }

    @Test func `of several folders of systemd the first is the daemon's`() {
        let candidates = SocketPath.candidates(
            environment: ["RUNTIME_DIRECTORY": "/run/wmsd-test:/run/other"], userID: 1000)
        #expect(candidates.first == "/run/wmsd-test/wmsd.sock")
    }

    @Test func `an empty variable names no folder`() {
        #expect(
            SocketPath.candidates(
                environment: ["RUNTIME_DIRECTORY": "", "XDG_RUNTIME_DIR": ""], userID: 1000)
                == ["/run/wmsd/wmsd.sock", "/tmp/wmsd-1000/wmsd.sock"])
    }
}
