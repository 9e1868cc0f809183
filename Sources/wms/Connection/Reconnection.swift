import Glibc
import LineProtocol

/// Opens a lost connection again, a second between attempts.
enum Reconnection {
    static let attemptsMax = 60

    static func await(_ client: LineClient, notify: (String) -> Void) throws(ClientError) {
        notify("the connection is lost; trying again")
        for attempt in 1... {
            pause()
            do throws(ClientError) {
                return try client.reconnect()
            } catch {
                guard error.isConnectionLoss, attempt < attemptsMax else { throw error }
            }
        }
    }

    static let pauseMS = 1_000

    static func pause() { usleep(UInt32(pauseMS) * 1_000) }
}
