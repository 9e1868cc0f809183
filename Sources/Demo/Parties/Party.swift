import JSON
import LineProtocol

/// Somebody who talks to the daemon over a connection of their own.
final class Party {
    let name: String
    private let client: LineClient
    private var commandIDs: CommandIDs

    /// Longer than any answer takes on a busy machine.
    private static let answerWithinMS = 120_000

    init(_ name: String, socket: String) throws(DemoFault) {
        self.name = name
        do throws(ClientError) {
            client = try LineClient(socket: socket, timeoutMS: Self.answerWithinMS)
        } catch { throw .refused(party: name, what: "connecting", error) }
        commandIDs = CommandIDs(device: name)
    }

    /// What the daemon said when this party connected.
    var hello: JSONObject { client.hello }

    func ask(_ method: String, _ params: JSONObject = [:]) throws(DemoFault) -> JSONValue {
        do throws(ClientError) {
            return try client.call(method, params)
        } catch { throw .refused(party: name, what: method, error) }
    }

    func change(_ method: String, _ params: JSONObject) throws(DemoFault) -> JSONValue {
        try ask(method, withCommandID(params))
    }

    /// A change that is expected to be refused.
    func refusal(of method: String, _ params: JSONObject) throws(DemoFault) -> LineError {
        do throws(ClientError) {
            _ = try client.call(method, withCommandID(params))
        } catch {
            guard let refusal = error.refusal else { throw .refused(party: name, what: method, error) }
            return refusal
        }
        throw .unexpected(party: name, what: "\(method) was accepted where it must be refused")
    }

    /// Sends many changes without waiting for each, at most as many as may be unanswered, and reads every answer.
    func changeAll(_ method: String, _ requests: [JSONObject]) throws(DemoFault) -> [JSONValue] {
        var answers: [JSONValue] = []
        do throws(ClientError) {
            for (index, params) in requests.enumerated() {
                if index - answers.count >= WireLimits.unansweredMax { answers.append(try client.receive()) }
                try client.send(method, withCommandID(params))
            }
            while answers.count < requests.count { answers.append(try client.receive()) }
        } catch { throw .refused(party: name, what: method, error) }
        return answers
    }

    /// Every page of a list.
    ///
    /// - Parameters:
    ///   - key: the answer's member that is the list.
    ///   - id: the row's member that the next page begins after.
    func list(
        _ method: String, _ params: JSONObject = [:], key: String, id: String
    ) throws(DemoFault) -> [JSONValue] {
        var elements: [JSONValue] = []
        var params = params
        params["limit"] = .int(WireLimits.listRowsMax)
        while true {
            let page = try ask(method, params)
            elements += page[key]?.array ?? []
            guard page["more"]?.bool == true, let last = elements.last?[id] else { return elements }
            params["after"] = .string(last.string ?? last.description)
        }
    }

    func nextNotification(withinMS milliseconds: Int) throws(DemoFault) -> LineClient.Notification? {
        do throws(ClientError) {
            return try client.nextNotification(withinMS: milliseconds)
        } catch { throw .refused(party: name, what: "listening", error) }
    }

    private func withCommandID(_ params: JSONObject) -> JSONObject {
        var params = params
        params["command_id"] = .string(commandIDs.next())
        return params
    }
}
