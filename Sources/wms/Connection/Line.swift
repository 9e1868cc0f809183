import JSON
import LineProtocol

/// A connection that requests go over and that can be opened again.
protocol Line: AnsweringLine {
    /// What the daemon said on connecting.
    var hello: JSONObject { get }
    func call(words line: String) throws(ClientError) -> JSONValue
    func nextNotification(withinMS milliseconds: Int?) throws(ClientError) -> LineClient.Notification?
    func reconnect() throws(ClientError)
}

extension LineClient: Line {}
