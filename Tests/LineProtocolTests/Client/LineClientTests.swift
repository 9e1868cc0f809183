import JSON
import LineProtocol
import Testing

struct LineClientTests {
    @Test func `reads the hello on connecting`() throws {
        let daemon = try ScriptedDaemon([])
        let client = try daemon.client()
        #expect(client.hello["head"] == 9)
        #expect(client.hello["server"] == "wmsd")
    }

    @Test func `a call gives the result of its answer`() throws {
        let daemon = try ScriptedDaemon([.init(says: #"{"jsonrpc":"2.0","id":1,"result":{"qty":2}}"# + "\n")])
        let client = try daemon.client()
        #expect(try client.call("stock.available", ["sku": "TEA-250G"])["qty"] == 2)
    }

    @Test func `a refusal carries its kind and its data`() throws {
        let daemon = try ScriptedDaemon([
            .init(
                says: #"{"jsonrpc":"2.0","id":1,"error":{"code":1001,"message":"That is B-3-11.","#
                    + #""data":{"kind":"wrong_bin","expected":"B-3-12","scanned":"B-3-11"}}}"# + "\n")
        ])
        let client = try daemon.client()
        let error = #expect(throws: ClientError.self) {
            try client.call("tour.scan", ["step": 1, "code": "B-3-11"])
        }
        #expect(error?.refusal?.kind == "wrong_bin")
        #expect(error?.refusal?.code == 1001)
        #expect(error?.refusal?.data["expected"] == "B-3-12")
        #expect(error?.refusal?.mayRetry == false)
    }

    @Test func `events that come before an answer are kept in order`() throws {
        let event = { (number: Int) in
            #"{"jsonrpc":"2.0","method":"event","params":{"sequence":"\#(number)"}}"# + "\n"
        }
        let daemon = try ScriptedDaemon([
            .init(says: event(1) + event(2) + #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n" + event(3))
        ])
        let client = try daemon.client()
        _ = try client.call("ping")
        let sequences = try (0..<3).map { _ in
            try client.nextNotification(withinMS: 60_000)?.params["sequence"]
        }
        #expect(sequences == ["1", "2", "3"])
    }

    @Test func `pipelined requests are answered in order, in whatever pieces the bytes come`() throws {
        let answers = (1...3).map { #"{"jsonrpc":"2.0","id":\#($0),"result":\#($0 * 10)}"# }
        let text = answers.joined(separator: "\n") + "\n"
        let cut = text.utf8.index(text.startIndex, offsetBy: 17)
        let daemon = try ScriptedDaemon([
            .init(awaits: 3, says: String(text[..<cut])), .init(awaits: 0, says: String(text[cut...])),
        ])
        let client = try daemon.client()
        for _ in 0..<3 { try client.send("ping") }
        #expect(try (0..<3).map { _ in try client.receive() } == [10, 20, 30])
    }

    @Test func `words are sent as they are and their answer has no id`() throws {
        let daemon = try ScriptedDaemon([.init(says: #"{"jsonrpc":"2.0","id":null,"result":"pong"}"# + "\n")])
        let client = try daemon.client()
        #expect(try client.call(words: "ping") == "pong")
    }

    @Test func `an answer that does not come in time names the method`() throws {
        let daemon = try ScriptedDaemon([.init(says: "")])
        let client = try daemon.client()
        // From here on: the hello may take as long as it likes.
        client.timeoutMS = 30
        #expect(
            throws: ClientError.timedOut(socket: daemon.path, awaiting: "answer to status", afterMS: 30)
        ) { try client.call("status") }
        #expect(try client.nextNotification(withinMS: 1) == nil)
    }

    @Test func `an answer that comes too late is not taken for the next one`() throws {
        let late = #"{"jsonrpc":"2.0","id":1,"error":{"code":1016,"message":"there is no order ORD-9"}}"#
        let daemon = try ScriptedDaemon([
            .init(says: ""), .init(says: late + "\n" + #"{"jsonrpc":"2.0","id":2,"result":"right"}"# + "\n"),
        ])
        let client = try LineClient(socket: daemon.path, timeoutMS: 30)
        #expect(throws: ClientError.self) { try client.call("order.get", ["order_id": "ORD-9"]) }
        client.timeoutMS = LineClient.standardTimeoutMS
        #expect(try client.call("ping") == "right")
    }

    @Test func `a lost connection can be opened again`() throws {
        let daemon = try ScriptedDaemon([
            .init(says: "", hangsUp: true),
            .init(says: #"{"jsonrpc":"2.0","id":2,"result":"again"}"# + "\n"),
        ])
        let client = try daemon.client()
        let error = #expect(throws: ClientError.self) { try client.call("status") }
        #expect(error?.isConnectionLoss == true)
        try client.reconnect()
        #expect(try client.call("status") == "again")
    }

    @Test func `a long answer is read whole`() throws {
        let long = String(repeating: "a", count: 900_000)
        let daemon = try ScriptedDaemon([.init(says: #"{"jsonrpc":"2.0","id":1,"result":"\#(long)"}"# + "\n")]
        )
        let client = try daemon.client()
        #expect(try client.call("export").string?.utf8.count == 900_000)
    }

    @Test func `a socket nobody listens on is named with the fix`() {
        let error = #expect(throws: ClientError.self) { try LineClient(socket: "/nonexistent/wmsd.sock") }
        #expect(error?.description.contains("/nonexistent/wmsd.sock") == true)
        #expect(error?.description.contains("wmsd serve") == true)
    }

    @Test func `a path too long for a socket is refused, not cut`() {
        let path = "/tmp/" + String(repeating: "x", count: 200)
        let error = #expect(throws: ClientError.self) { try LineClient(socket: path) }
        #expect(error?.description.contains("107 bytes") == true)
    }

    @Test func `another server is recognised by its first words`() throws {
        let daemon = try ScriptedDaemon([], hello: "SSH-2.0-OpenSSH_9.2")
        let error = #expect(throws: ClientError.self) { try daemon.client() }
        #expect(error == .garbled(socket: daemon.path, line: "SSH-2.0-OpenSSH_9.2"))
    }

    @Test func `a daemon that is full says so instead of hello`() throws {
        let busy =
            #"{"jsonrpc":"2.0","id":null,"error":{"code":1090,"message":"full","data":{"kind":"busy","retry":true}}}"#
        let daemon = try ScriptedDaemon([], hello: busy)
        let error = #expect(throws: ClientError.self) { try daemon.client() }
        #expect(error?.refusal?.kind == "busy")
        #expect(error?.refusal?.mayRetry == true)
    }
}
