import LineProtocol
import Testing

struct ClientErrorTests {
    @Test func `where the socket is closed to a user the advice is not to start a daemon`() {
        let error = ClientError.forbidden(socket: "/run/wmsd/wmsd.sock")
        #expect(error.description.contains("/run/wmsd/wmsd.sock may not be opened by this user"))
        #expect(!error.description.contains("start it"))
        #expect(!error.isConnectionLoss)
    }
}
