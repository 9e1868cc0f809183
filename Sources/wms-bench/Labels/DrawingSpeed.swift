import Glibc
import Labels

/// Labels a second from data to ZPL bytes.
struct DrawingSpeed {
    let template: LabelTemplate
    let count: Int

    /// Labels drawn before the clock starts: fonts are opened with the first ones.
    private static let warmUp = 100

    func report(_ script: SampleParcels.Script, dpi: HeadDPI) throws {
        do {
            let measured = try measure(script, dpi: dpi)
            print(
                "draw, \(script.rawValue), \(dpi.rawValue) dpi: \(Int(measured.perCPUSecond)) labels per CPU second, "
                    + "\(Int(measured.perSecond)) per second, \(measured.bytes / count) bytes a label")
        } catch let error as LabelError {
            print("draw, \(script.rawValue), \(dpi.rawValue) dpi: skipped, \(error)")
        }
    }

    /// On one core at 203 dpi.
    func labelsPerCPUSecond(_ script: SampleParcels.Script) throws -> Double {
        try measure(script, dpi: .d203).perCPUSecond
    }

    private func measure(_ script: SampleParcels.Script, dpi: HeadDPI) throws -> (
        perCPUSecond: Double, perSecond: Double, bytes: Int
    ) {
        let renderer = LabelRenderer()
        var parcels = SampleParcels(script)
        for _ in 0..<Self.warmUp { _ = try draw(&parcels, renderer, dpi) }
        var bytes = 0
        let start = ContinuousClock.now
        let startCPU = Self.cpuSeconds
        for _ in 0..<count { bytes += try draw(&parcels, renderer, dpi) }
        let seconds = start.duration(to: .now) / .seconds(1)
        return (Double(count) / (Self.cpuSeconds - startCPU), Double(count) / seconds, bytes)
    }

    private func draw(_ parcels: inout SampleParcels, _ renderer: LabelRenderer, _ dpi: HeadDPI) throws -> Int
    {
        guard let data = parcels.next() else { return 0 }
        return try renderer.bitmap(template, data: data, dpi: dpi).zpl().count
    }

    private static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
