/// A packer at a bench, who packs what waits, applies every label and hands the parcels over.
final class Packer: Worker {
    private enum Request { case session, start, scan, handover, delivered }

    let channel: WireChannel
    /// How long each `pack.start` took.
    private(set) var starts = Latencies()
    /// Orders that left.
    private(set) var done = 0

    private let station: String
    private let device: String
    private let totes: TotePool
    private let booksDelivery: Bool
    private var commands: CommandIDs
    private var session: Int?
    private var codes: [String]
    private var tote: String?
    private var prompt: LoadPrompt?
    /// Of the prompt.
    private var order: String?
    private var labels: [String] = []
    private var packedOrder: String?
    private var underWay = Request.session

    /// - Parameters:
    ///   - orders: packed before the totes that wait.
    ///   - booksDelivery: whether the daemon knows `order.delivered`.
    init(
        _ daemon: ServedDaemon, bench: Int, totes: TotePool, orders: [String] = [], booksDelivery: Bool
    ) throws(WireFault) {
        channel = try daemon.channel()
        device = daemon.nextDevice()
        commands = CommandIDs(device: device)
        station = LoadWarehouse.bench(bench)
        self.totes = totes
        codes = orders
        self.booksDelivery = booksDelivery
    }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        guard let session else {
            underWay = .session
            request.begin("session.start", command: commands.next())
            request.add("badge", text: "packer-" + device)
            request.add("device", text: device)
            request.add("station", text: station)
            request.end()
            return .asked
        }
        if let prompt {
            underWay = .scan
            request.begin("pack.scan", command: commands.next())
            request.add("session", session)
            request.add("step", prompt.step)
            request.add("code", text: prompt.code)
        } else if let order = packedOrder {
            handOver(order, &request)
        } else {
            guard let code = codes.popLast() ?? nextTote() else { return .done }
            underWay = .start
            request.begin("pack.start", command: commands.next())
            request.add("session", session)
            request.add("code", text: code)
        }
        request.end()
        return .asked
    }

    private func nextTote() -> String? {
        tote = totes.dequeueFilled()
        return tote
    }

    /// Hands the order's parcels over one by one, then says that it has arrived.
    private func handOver(_ order: String, _ request: inout RequestLine) {
        if let label = labels.last {
            underWay = .handover
            request.begin("parcel.handover", command: commands.next())
            request.add("code", text: label)
            request.add("driver", text: OrderBook.driver(ofOrder: order))
        } else {
            underWay = .delivered
            request.begin("order.delivered", command: commands.next())
            request.add("order_id", text: order)
            request.add("at", text: "2026-06-01T12:00:00Z")
        }
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        guard line.has(.result) else {
            throw .refused(asked: "\(underWay) \(prompt?.code ?? tote ?? "")", answer: line.beginning)
        }
        switch underWay {
        case .session: session = line.int(.session)
        case .start:
            starts.record(Double(waitedNS) / 1_000)
            prompt = try prompt(in: line)
        case .scan:
            if let prompt, prompt.expect == "label" { labels.append(prompt.code) }
            prompt = try prompt(in: line)
            if prompt == nil { packedOrder = order }
        case .handover:
            labels.removeLast()
            if labels.isEmpty, !booksDelivery { finish() }
        case .delivered: finish()
        }
        return true
    }

    private func finish() {
        done += 1
        packedOrder = nil
        if let tote { totes.empty(tote) }
        tote = nil
    }

    private func prompt(in line: WireLine) throws(WireFault) -> LoadPrompt? {
        guard let prompt = try LoadPrompt(in: line, asked: "\(underWay)") else { return nil }
        guard let order = line.text("order_id") else {
            throw .unexpected(asked: "\(underWay)", answer: line.beginning)
        }
        self.order = order
        return prompt
    }
}
