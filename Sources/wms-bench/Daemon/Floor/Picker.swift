/// A picker with a cart and a handheld, who does what the prompt says.
final class Picker: Worker {
    /// How far one run goes.
    enum Goal {
        /// To the first bin of a tour, when every order has its tote, and so many scans on.
        case firstBin(scansMore: Int)
        /// So many times another bin's code at the prompt for a bin.
        case wrongBins(Int)
        /// To the prompt for the station where the totes go.
        case station
        /// Until the totes are dropped.
        case tourEnd
        /// Until no tour is left.
        case noTourLeft
        /// The same, but no further tour is begun while fewer than so many totes are free.
        case whileTotesLast(least: Int)
    }

    /// A scan, or a request for a tour, that was answered.
    struct Scan {
        /// What the prompt asked for; `tour` where a tour was asked for.
        let expect: String
        /// A tote is bound to an order that has none yet.
        let isBinding: Bool
        let waitedNS: Int
        let atNS: Int
    }

    private enum Request { case start, next, scan }

    let channel: WireChannel
    var onScan: (Scan) -> Void = { _ in }
    /// No tour was left when last asked.
    private(set) var isOutOfTours = false
    private(set) var isAtGoal = false

    private let device: String
    private let totes: TotePool
    private var commands: CommandIDs
    private var session: Int?
    private var prompt: LoadPrompt?
    private var underWay = Request.start
    private var goal = Goal.noTourLeft
    private var passedFirstBin = false

    init(_ daemon: ServedDaemon, totes: TotePool) throws(WireFault) {
        channel = try daemon.channel()
        device = daemon.nextDevice()
        commands = CommandIDs(device: device)
        self.totes = totes
    }

    var isOnTour: Bool { prompt != nil }

    /// Whether the request under way is a scan before the drop.
    var isScanning: Bool { underWay == .scan && prompt?.expect != "station" }

    /// Sets the goal of the next run.
    func setGoal(_ goal: Goal) {
        self.goal = goal
        isAtGoal = false
        isOutOfTours = false
        passedFirstBin = false
        checkGoal()
    }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        if isAtGoal { return .done }
        guard let session else {
            underWay = .start
            request.begin("session.start", command: commands.next())
            request.add("badge", text: "picker-" + device)
            request.add("device", text: device)
            request.add("cart", text: "CART-" + device)
            request.end()
            return .asked
        }
        guard let prompt else {
            if case .whileTotesLast(let least) = goal, totes.freeCount < least { return .done }
            underWay = .next
            request.begin("tour.next", command: commands.next())
            request.add("session", session)
            request.end()
            return .asked
        }
        underWay = .scan
        request.begin("tour.scan", command: commands.next())
        request.add("session", session)
        request.add("step", prompt.step)
        request.add("code", text: mustScanWrongBin ? wrongBin(at: prompt) : prompt.code)
        request.end()
        return .asked
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        if underWay != .start {
            onScan(
                Scan(
                    expect: prompt?.expect ?? "tour", isBinding: prompt?.isBinding ?? false,
                    waitedNS: waitedNS, atNS: nowNS))
        }
        if underWay == .scan, mustScanWrongBin { return try receiveRefusal(line) }
        guard line.has(.result) else { throw .refused(asked: asked, answer: line.beginning) }
        switch underWay {
        case .start:
            session = line.int(.session)
        case .next:
            prompt = try prompt(in: line)
            isOutOfTours = prompt == nil
            if isOutOfTours { isAtGoal = true }
        case .scan:
            let answered = prompt
            prompt = try prompt(in: line)
            if let answered, answered.expect == "station" {
                totes.drop(answered.totes)
                if case .tourEnd = goal { isAtGoal = true }
            }
            countTowardsGoal()
        }
        checkGoal()
        return true
    }

    // MARK: Goals

    private var mustScanWrongBin: Bool {
        if case .wrongBins = goal { return prompt?.expect == "bin" }
        return false
    }

    private func countTowardsGoal() {
        if case .firstBin(let more) = goal, passedFirstBin { goal = .firstBin(scansMore: more - 1) }
    }

    private func checkGoal() {
        switch goal {
        case .firstBin(let more):
            if prompt?.expect == "bin" { passedFirstBin = true }
            if prompt != nil, passedFirstBin, more <= 0 { isAtGoal = true }
        case .wrongBins(let left): if left == 0 { isAtGoal = true }
        case .station: if prompt?.expect == "station" { isAtGoal = true }
        case .tourEnd, .noTourLeft, .whileTotesLast: break
        }
    }

    private func receiveRefusal(_ line: WireLine) throws(WireFault) -> Bool {
        guard !line.has(.result) else { throw .unexpected(asked: asked, answer: line.beginning) }
        if case .wrongBins(let left) = goal { goal = .wrongBins(left - 1) }
        checkGoal()
        return true
    }

    private func wrongBin(at prompt: LoadPrompt) -> String {
        LoadWarehouse.bin(ofSKU: prompt.code == LoadWarehouse.bin(ofSKU: 0) ? 1 : 0)
    }

    // MARK: Prompts

    private var asked: String {
        switch underWay {
        case .start: "session.start"
        case .next: "tour.next"
        case .scan: "tour.scan for \(prompt?.expect ?? "nothing"), \"\(prompt?.code ?? "")\""
        }
    }

    private func prompt(in line: WireLine) throws(WireFault) -> LoadPrompt? {
        try LoadPrompt(in: line, asked: asked, totes: totes)
    }
}
