import CLinux
import Glibc

/// Drives many workers from one thread until all are done or time is up.
///
/// Each has one request under way, or more that it sends itself and that count as one; when time is up, nobody asks any more and what is under way is still
/// answered, so that the next run finds every connection quiet.
struct LoadLoop {
    private struct Slot {
        let worker: any Worker
        var askedNS: Int?
    }

    private static let eventsMax = 512
    /// How long nothing may come before the other side counts as dead: longer than any single change takes.
    private static let silenceMaxS = 600
    private static let turnMS: Int32 = 10

    private let epoll: Int32
    private var slots: [Slot]
    private var request = RequestLine()
    /// Workers that wait until a moment; few at any time.
    private var sleepers: [(slot: Int, dueNS: Int)] = []
    private var underWay = 0

    /// Runs the workers.
    ///
    /// - Parameter isOn: called with the time after each turn; false ends the run.
    static func run(
        _ workers: [any Worker], while isOn: (_ nowNS: Int) -> Bool = { _ in true }
    ) throws(WireFault) {
        var loop = try LoadLoop(workers)
        defer { close(loop.epoll) }
        try loop.run(while: isOn)
    }

    private init(_ workers: [any Worker]) throws(WireFault) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw .system("epoll") }
        slots = workers.map { Slot(worker: $0) }
        for index in slots.indices { try watch(index, EPOLL_CTL_ADD) }
    }

    private func watch(_ index: Int, _ operation: Int32) throws(WireFault) {
        let channel = slots[index].worker.channel
        var event = epoll_event()
        event.events = EPOLLIN.rawValue | (channel.hasUnsent ? EPOLLOUT.rawValue : 0)
        event.data.u64 = UInt64(index)
        guard epoll_ctl(epoll, operation, channel.descriptor, &event) == 0 else { throw .system("epoll") }
    }

    private mutating func run(while isOn: (_ nowNS: Int) -> Bool) throws(WireFault) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
        defer { buffer.deallocate() }
        var events = [epoll_event](repeating: epoll_event(), count: Self.eventsMax)
        var isStopping = false
        var lastReceivedNS = monotonicNS()
        for index in slots.indices { try ask(index, at: monotonicNS()) }
        while underWay > 0 || (!isStopping && !sleepers.isEmpty) {
            let count = epoll_wait(epoll, &events, Int32(events.count), timeoutMS)
            guard count >= 0 || errno == EINTR else { throw .system("epoll") }
            for event in events.prefix(Int(max(0, count))) {
                try serve(Int(event.data.u64), into: buffer, asksOn: !isStopping)
            }
            let now = monotonicNS()
            if count > 0 { lastReceivedNS = now }
            if underWay > 0, now - lastReceivedNS > Self.silenceMaxS * 1_000_000_000 {
                throw .silent(seconds: Self.silenceMaxS)
            }
            if !isStopping, !isOn(now) { isStopping = true }
            if !isStopping { try wakeSleepers(at: now) }
        }
    }

    /// Until the next sleeper is due, and never long: whoever ends the run is asked every turn.
    private var timeoutMS: Int32 {
        guard let due = sleepers.map(\.dueNS).min() else { return Self.turnMS }
        let leftNS = due - monotonicNS()
        return min(Self.turnMS, Int32(clamping: max(0, (leftNS + 999_999) / 1_000_000)))
    }

    private mutating func wakeSleepers(at now: Int) throws(WireFault) {
        let due = sleepers.filter { $0.dueNS <= now }
        if due.isEmpty { return }
        sleepers.removeAll { $0.dueNS <= now }
        for sleeper in due { try ask(sleeper.slot, at: now) }
    }

    private mutating func ask(_ index: Int, at now: Int) throws(WireFault) {
        let worker = slots[index].worker
        switch try worker.ask(&request, nowNS: now) {
        case .asked:
            slots[index].askedNS = monotonicNS()
            underWay += 1
            try worker.channel.send(request.bytes)
            if worker.channel.hasUnsent { try watch(index, EPOLL_CTL_MOD) }
        case .later(let due): sleepers.append((index, due))
        case .done: break
        }
    }

    private mutating func serve(
        _ index: Int, into buffer: UnsafeMutableRawBufferPointer, asksOn: Bool
    ) throws(WireFault) {
        let worker = slots[index].worker
        if worker.channel.hasUnsent {
            try worker.channel.sendRest()
            if !worker.channel.hasUnsent { try watch(index, EPOLL_CTL_MOD) }
        }
        var isAnswered = false
        let now = monotonicNS()
        let asked = slots[index].askedNS ?? now
        try worker.channel.receive(into: buffer) { line throws(WireFault) in
            if try worker.receive(line, waitedNS: now - asked, nowNS: now) { isAnswered = true }
        }
        guard isAnswered else {
            // Some send further requests before the one under way is answered.
            if worker.channel.hasUnsent { try watch(index, EPOLL_CTL_MOD) }
            return
        }
        slots[index].askedNS = nil
        underWay -= 1
        if asksOn { try ask(index, at: now) }
    }
}
