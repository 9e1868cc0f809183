/// Durable scans and orders a second by the number of connections, beside Redis on the same disk.
struct ThroughputPart {
    let bench: DaemonBench

    /// What is asked with 1, 50 and 500 connections.
    private static let scansAsked = [1: 1_500.0, 50: 8_000, 500: 10_000]
    private static let ordersAsked = [1: 1_200.0, 50: 6_000, 500: 8_000]
    private static let redisShareAsked = [1: 0.4, 50: 0.17, 500: 0.1]
    private static let ordersPerCart = 4
    private static let warmUpS = 0.2
    /// Six picks an order, each with a bin, an item, a quantity and a tote.
    private static let scanned = OrderBook.Kind(lines: 6...6, pieces: 2...3)
    private static let allocated = OrderBook.Kind(lines: 3...3, pieces: 1...3)

    func run(_ report: Report) throws(WireFault) {
        let tours = (bench.connections.max() ?? 1) + bench.spareTours
        let floor = try LoadFloor(bench, cart: Self.ordersPerCart, totes: tours * Self.ordersPerCart + 100)
        try floor.allocate(tours * Self.ordersPerCart, Self.scanned)
        try floor.releaseAll()
        let redis = startRedis()
        var redisPerSecond: [Int: Double] = [:]
        var pickers: [Picker] = []
        for count in bench.connections {
            while pickers.count < count { pickers.append(try Picker(floor.daemon, totes: floor.totes)) }
            let scans = try scan(with: Array(pickers.prefix(count)), on: floor)
            if let redis { redisPerSecond[count] = try write(count, to: redis) }
            var figure = scans
            figure.limits = limits(count, redisPerSecond[count], Self.scansAsked)
            report.add(figure)
            if let redis = redisPerSecond[count], let asked = Self.redisShareAsked[count] {
                report.add(
                    Figure(
                        what: "the same as a share of Redis", value: figure.value / redis, unit: .share,
                        limits: [.init(name: "asked at least", value: asked)]))
            }
        }
        for count in bench.connections {
            var figure = try allocate(with: count, on: floor)
            figure.limits = limits(count, redisPerSecond[count], Self.ordersAsked)
            report.add(figure)
        }
        try redis?.stop()
        try floor.stop()
    }

    private func limits(_ count: Int, _ redis: Double?, _ asked: [Int: Double]) -> [Figure.Limit] {
        [
            redis.map { .init(name: "Redis XADD, appendfsync always,", value: $0) },
            asked[count].map { .init(name: "asked at least", value: $0) },
        ].compactMap { $0 }
    }

    private func startRedis() -> RedisServer? {
        do throws(WireFault) { return try RedisServer(bench.redis, on: bench.disk) } catch {
            print("skipped: Redis: \(error) (Debian: apt-get install redis-server)")
            return nil
        }
    }

    private func scan(with pickers: [Picker], on floor: LoadFloor) throws(WireFault) -> Figure {
        // Totes are bound first, and not everybody stands at the same kind of prompt.
        for (index, picker) in pickers.enumerated() { picker.setGoal(.firstBin(scansMore: index % 4)) }
        try LoadLoop.run(pickers)
        let meter = Meter(afterS: Self.warmUpS, forS: bench.secondsEach)
        for picker in pickers {
            picker.onScan = { scan in
                if scan.expect != "tour" { meter.count(waitedNS: scan.waitedNS, at: scan.atNS) }
            }
            picker.setGoal(.noTourLeft)
        }
        let cpu = floor.daemon.cpuSeconds
        try LoadLoop.run(pickers) { now in
            if pickers.contains(where: \.isOutOfTours) { meter.close(at: now) }
            return meter.isOpen(at: now)
        }
        return figure("durable tour.scan", pickers.count, meter, cpu: floor.daemon.cpuSeconds - cpu)
    }

    private func allocate(with count: Int, on floor: LoadFloor) throws(WireFault) -> Figure {
        let meter = Meter(afterS: Self.warmUpS, forS: bench.secondsEach)
        var allocators: [Allocator] = []
        for _ in 0..<count {
            allocators.append(
                try Allocator(floor.daemon, meter: meter) { [book = floor.book] in
                    book.next(Self.allocated).json
                })
        }
        let cpu = floor.daemon.cpuSeconds
        try LoadLoop.run(allocators) { meter.isOpen(at: $0) }
        return figure("durable order.allocate", count, meter, cpu: floor.daemon.cpuSeconds - cpu)
    }

    private func figure(_ what: String, _ count: Int, _ meter: Meter, cpu: Double) -> Figure {
        let each = cpu / Double(max(1, meter.total)) * 1e6
        return Figure(
            what: "\(what), \(count) connection\(count == 1 ? "" : "s")", value: meter.perSecond,
            unit: .perSecond,
            detail: "\(meter.description), daemon's CPU \(time(each)) each")
    }

    private func write(_ count: Int, to redis: RedisServer) throws(WireFault) -> Double {
        let meter = Meter(afterS: Self.warmUpS, forS: bench.secondsEach / 2)
        var writers: [RedisWriter] = []
        for _ in 0..<count { writers.append(try RedisWriter(redis, meter: meter)) }
        try LoadLoop.run(writers) { meter.isOpen(at: $0) }
        return meter.perSecond
    }
}
