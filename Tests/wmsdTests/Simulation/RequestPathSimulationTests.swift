import Common
import Domain
import Foundation
import JSON
import LineProtocol
import Operations
import TestOperations
import Testing

/// Lines on the daemon's own way of requests: from many connections at once, said ahead, said again, with answers that
/// are lost, with a daemon that is killed in between, and with somebody who reads the events.
@Suite struct RequestPathSimulationTests {
    /// Two, or as many times more as `WMS_TEST_SEEDS` says.
    static let seeds: ClosedRange<UInt64> =
        1...UInt64(2 * max(1, Int(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "") ?? 1))
    private static let clients = 4
    private static let linesPerClient = 150

    @Test("Every answered change is made once, and told once", arguments: seeds)
    func once(seed: UInt64) throws {
        // However slow the turns are on a busy machine, nobody is given up who does not read for some of them.
        let daemon = try DaemonUnderTest(settings: "limits: {unread_s: 3600}")
        try Floor.prepare(daemon)
        let clients = (1...Self.clients).map { number in
            SimulatedClient(
                ClientScript(client: number, seed: seed, count: Self.linesPerClient), socket: daemon.socket)
        }
        let subscriber = SimulatedSubscriber(socket: daemon.socket)
        try talk(clients, subscriber, with: daemon, seed: seed)
        try checkGoods(of: clients, on: daemon)
        try checkEvents(of: clients, subscriber, on: daemon)
    }

    /// Everybody says and hears something by turns, until all is said; the daemon is killed once.
    private func talk(
        _ clients: [SimulatedClient], _ subscriber: SimulatedSubscriber, with daemon: DaemonUnderTest,
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let killedAt = random.next(in: 20...40)
        for turn in 0..<120 {
            if turn == killedAt {
                daemon.kill()
                for client in clients { client.lose() }
                subscriber.lose()
                try daemon.start()
            }
            let client = clients[random.next(below: clients.count)]
            switch random.next(below: 100) {
            case ..<45: try client.send(random.next(in: 1...40))
            case ..<80: try client.receive(random.next(in: 0...40))
            case ..<88: client.lose()
            case ..<96: try subscriber.receive()
            default: subscriber.lose()
            }
        }
        for client in clients { try client.finish() }
    }

    private func checkGoods(of clients: [SimulatedClient], on daemon: DaemonUnderTest) throws {
        let caller = try daemon.client()
        for script in clients.map(\.script) {
            for (bin, pieces) in zip(script.bins, script.pieces) {
                let rows = try caller.all(StockList(in: BinCode(bin)))
                #expect(rows.reduce(0) { $0 + $1.onHand } == pieces, "\(bin)")
            }
        }
        let ids = try caller.all(OrderList()).map(\.order.text)
        #expect(ids.sorted() == clients.flatMap(\.script.orders).sorted())
        #expect(try caller.call(Audit()).isSound)
    }

    private func checkEvents(
        of clients: [SimulatedClient], _ subscriber: SimulatedSubscriber, on daemon: DaemonUnderTest
    ) throws {
        let head = try #require(try daemon.client().hello["head"]?.int)
        try subscriber.receive(upTo: head)
        #expect(subscriber.sequences == Array(1...head))
        let changes = subscriber.events.filter { $0["type"] == "stock.changed" }
        let bins = Dictionary(grouping: changes) { $0["data"]?["bin"]?.string ?? "" }
        for script in clients.map(\.script) {
            for (bin, count) in zip(script.bins, script.changes) {
                #expect(bins[bin]?.count ?? 0 == count, "\(bin)")
            }
        }
        let accepted = subscriber.events.filter { $0["type"] == "order.accepted" }
        #expect(
            accepted.compactMap { $0["subject"]?.string }.sorted()
                == clients.flatMap(\.script.orders).sorted())
    }
}
