/// Lengths on a wholly open rectangular floor: what another point costs is computed in its own stretch, between
/// the least lengths before the stretch and after it.
final class AisleLengths: ChoiceLengths {
    private let aisles: AisleSteps
    private var isChosen: [Bool]
    /// By stretch and shape what it costs with the chosen points.
    private var prices: [Int] = []
    /// Costs so far are right up to step `forward`, costs to come from step `backward` on.
    private var forward = 0
    private var backward: Int
    let numbers: [Int]
    private(set) var work = 0

    init(_ aisles: AisleSteps) {
        self.aisles = aisles
        numbers = aisles.pointOfPlace
        isChosen = Array(repeating: false, count: aisles.pointY.count)
        backward = aisles.steps.count
        for stretch in aisles.stretches {
            let shapes = shapePrices(of: stretch, with: nil)
            for shape in 0..<AisleSteps.shapes { prices.append(shapes[shape]) }
        }
    }

    /// To be called when others have changed the costs of ``AisleSteps``.
    func forget() { (forward, backward) = (0, aisles.steps.count) }

    var lengthMM: Int {
        bringForward(to: backward)
        return aisles.spursMM + aisles.least(before: backward)
    }

    func region(of number: Int) -> Int { aisles.stretchOfPoint[number] }
    func insert(_ number: Int) { set(number, true) }
    func remove(_ number: Int) { set(number, false) }

    func detourMM(to number: Int) -> Int {
        if isChosen[number] { return 0 }
        let stretch = aisles.stretches[aisles.stretchOfPoint[number]]
        bringForward(to: stretch.step)
        bringBackward(to: stretch.step + 1)
        let place = aisles.stretchOfPoint[number] * AisleSteps.shapes
        let joined = shapePrices(of: stretch, with: number)
        var (before, after) = (AisleSteps.impossible, AisleSteps.impossible)
        for shape in 0..<AisleSteps.shapes {
            let around = aisles.leastAround(stretch, shape: shape)
            before = min(before, around + prices[place + shape])
            after = min(after, around + joined[shape])
        }
        work += aisles.workPerStep
        return after - before
    }

    private func set(_ number: Int, _ chosen: Bool) {
        guard isChosen[number] != chosen else { return }
        isChosen[number] = chosen
        let index = aisles.stretchOfPoint[number]
        let stretch = aisles.stretches[index]
        let changed = shapePrices(of: stretch, with: nil)
        for shape in 0..<AisleSteps.shapes { prices[index * AisleSteps.shapes + shape] = changed[shape] }
        forward = min(forward, stretch.step)
        backward = max(backward, stretch.step + 1)
    }

    private func bringForward(to step: Int) {
        guard step > forward else { return }
        aisles.runForward(from: forward, to: step, prices: prices)
        work += (step - forward) * aisles.workPerStep
        forward = step
    }

    private func bringBackward(to step: Int) {
        guard step < backward else { return }
        aisles.runBackward(from: backward, to: step, prices: prices)
        work += (backward - step) * aisles.workPerStep
        backward = step
    }

    /// What the shapes cost that reach all chosen points of a stretch, and one point more.
    private func shapePrices(of stretch: AisleSteps.Stretch, with added: Int?) -> InlineArray<6, Int> {
        let whole = stretch.highMM - stretch.lowMM
        var (nearest, farthest, gap) = (-1, -1, 0)
        for point in stretch.points where isChosen[point] || point == added {
            let y = aisles.pointY[point]
            if nearest < 0 { nearest = y } else { gap = max(gap, y - farthest) }
            farthest = y
        }
        var prices = InlineArray<6, Int>(repeating: AisleSteps.impossible)
        prices[1] = whole
        prices[2] = 2 * whole
        if nearest < 0 {
            prices[0] = 0
        } else {
            prices[3] = 2 * (farthest - stretch.lowMM)
            prices[4] = 2 * (stretch.highMM - nearest)
            if gap > 0 { prices[5] = 2 * (whole - gap) }
        }
        return prices
    }
}
