import JSON
import LineProtocol
import Operations

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

    /// Sends an operation, a change with a command id of its own, and waits for its result.
    func call<Asked: Operation>(_ operation: Asked) throws(DemoFault) -> Asked.Result {
        do throws(ClientError) {
            return try client.call(operation, commandID: commandIDs.next())
        } catch { throw fault(Asked.declaration.name, error) }
    }

    /// A change that is expected to be refused.
    func refusal<Asked: Operation>(of operation: Asked) throws(DemoFault) -> LineError {
        let method = Asked.declaration.name
        do throws(ClientError) {
            _ = try client.call(operation, commandID: commandIDs.next())
        } catch {
            guard let refusal = error.refusal else { throw fault(method, error) }
            return refusal
        }
        throw .unexpected(party: name, what: "\(method) was accepted where it must be refused")
    }

    /// Sends many changes without waiting for each, at most as many as may be unanswered, and reads every result.
    func callAll<Asked: Operation>(_ operations: [Asked]) throws(DemoFault) {
        var answered = 0
        do throws(ClientError) {
            for (index, operation) in operations.enumerated() {
                if index - answered >= WireLimits.unansweredMax {
                    _ = try client.receive(Asked.self)
                    answered += 1
                }
                try client.send(operation, commandID: commandIDs.next())
            }
            for _ in answered..<operations.count { _ = try client.receive(Asked.self) }
        } catch { throw fault(Asked.declaration.name, error) }
    }

    /// Every row of a list.
    func list<Asked: ListOperation>(_ list: Asked) throws(DemoFault) -> [Asked.Result.Row] {
        do throws(ClientError) {
            return try client.all(list)
        } catch { throw fault(Asked.declaration.name, error) }
    }

    func nextNotification(withinMS milliseconds: Int) throws(DemoFault) -> LineClient.Notification? {
        do throws(ClientError) {
            return try client.nextNotification(withinMS: milliseconds)
        } catch { throw fault("listening", error) }
    }

    private func fault(_ what: String, _ error: ClientError) -> DemoFault {
        .refused(party: name, what: what, error)
    }
}
