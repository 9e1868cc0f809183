import JSON
import LineProtocol

/// The console's connection, opened when it is needed and again when it is lost.
final class ConsoleLink {
    /// With a second between attempts, as long as a person waits for a prompt.
    static let attemptsMax = 10

    private let open: () throws(ClientError) -> any Line
    private let pause: () -> Void
    private let notify: (String) -> Void
    private let interruption: Interruption

    private(set) var line: (any Line)?
    private(set) var isConnected = false
    private(set) var times: WarehouseTimes?

    /// - Parameters:
    ///   - open: connects the first time.
    ///   - pause: waits before the next attempt.
    ///   - notify: says that the connection is being sought.
    ///   - interruption: says whether a person has had enough of that.
    init(
        open: @escaping () throws(ClientError) -> any Line, pause: @escaping () -> Void,
        notify: @escaping (String) -> Void, interruption: Interruption
    ) {
        (self.open, self.pause, self.notify, self.interruption) = (open, pause, notify, interruption)
    }

    /// `WH-NY> `, or what there is instead of the only warehouse.
    var prompt: String {
        guard isConnected, let line else { return "not connected> " }
        let warehouses = line.hello["warehouses"]?.array?.compactMap(\.string) ?? []
        return "\(warehouses.count == 1 ? warehouses[0].terminalSafeLine : "wmsd")> "
    }

    /// Connects, where that is not so already.
    func connect() throws(ClientError) -> any Line {
        if let line, isConnected { return line }
        if let line {
            try line.reconnect()
            isConnected = true
            return line
        }
        let opened = try open()
        (line, isConnected, times) = (opened, true, WarehouseTimes(over: opened))
        return opened
    }

    /// Sends a request. One that may be repeated is sent again where the connection was lost over it, and is
    /// carried out once.
    func send(_ request: ConsoleRequest) throws(ClientError) -> JSONValue {
        let wasConnected = isConnected
        do throws(ClientError) { return try sendOnce(request) } catch {
            guard error.isConnectionLoss, wasConnected, request.mayRepeat else { throw error }
        }
        notify("the connection is lost; trying again")
        return try interruption.watch { () throws(ClientError) in try sendAgain(request) }
    }

    private func sendOnce(_ request: ConsoleRequest) throws(ClientError) -> JSONValue {
        do throws(ClientError) { return try request.send(over: connect()) } catch {
            if error.isConnectionLoss { isConnected = false }
            throw error
        }
    }

    /// A daemon that has been started again is there at once, so the first attempt does not wait.
    private func sendAgain(_ request: ConsoleRequest) throws(ClientError) -> JSONValue {
        for attempt in 1... {
            do throws(ClientError) { return try sendOnce(request) } catch {
                let mayGoOn = attempt < Self.attemptsMax && !interruption.hasCome()
                guard error.isConnectionLoss, mayGoOn else { throw error }
            }
            pause()
        }
        preconditionFailure("the attempts end by returning or throwing")
    }

    /// The next event of a subscription; nil when none came in time.
    func nextEvent(withinMS milliseconds: Int) throws(ClientError) -> JSONObject? {
        guard let line else { return nil }
        do throws(ClientError) {
            let notification = try line.nextNotification(withinMS: milliseconds)
            return notification?.method == "event" ? notification?.params : nil
        } catch {
            isConnected = false
            throw error
        }
    }

    /// Ends a subscription: the daemon knows no other way than the end of the connection.
    func endSubscription() { isConnected = (try? line?.reconnect()) != nil }
}
