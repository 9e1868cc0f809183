public import JSON

/// A connection that a request is sent over and answered on.
public protocol AnsweringLine: AnyObject {
    func call(_ method: String, _ params: JSONObject) throws(ClientError) -> JSONValue
}

/// A connection on which further requests are sent before the first is answered.
public protocol PipelinedLine: AnyObject {
    func send(_ method: String, _ params: JSONObject) throws(ClientError)
    /// The answer to the oldest request that has none yet.
    func receive() throws(ClientError) -> JSONValue
}

extension LineClient: AnsweringLine, PipelinedLine {}
