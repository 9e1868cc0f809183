/// The costs of every state before every step: brought forward from the start of the row, and backward from its
/// end, as far as they are asked for.
extension AisleSteps {
    /// What bringing the costs one step on costs, in the units of work of ``BinChoice/Parameters``.
    var workPerStep: Int { Self.shapes * (states + Self.workBesideStates) }
    /// For each shape, beside a unit of work for each state.
    private static var workBesideStates: Int { 12 }

    /// The least length still to come for a partial walk in this state before the step.
    func toCome(_ state: Int, before step: Int) -> Int { costToCome[step * (states + 1) + state] }

    /// The least of all walks that go through the stretch in this shape, without what the shape itself costs.
    func leastAround(_ stretch: Stretch, shape: Int) -> Int {
        let targets = targets(of: shape, in: stretch)
        let (before, after) = (stretch.step * (states + 1), (stretch.step + 1) * (states + 1))
        var least = Self.impossible
        for state in 0..<states {
            least = min(least, costSoFar[before + state] + costToCome[after + Int(targets[state])])
        }
        return least
    }

    /// The least of all walks, where the costs so far and those to come meet.
    func least(before step: Int) -> Int {
        var least = Self.impossible
        for state in 0..<states {
            least = min(
                least, costSoFar[step * (states + 1) + state] + costToCome[step * (states + 1) + state])
        }
        return least
    }

    /// Brings the costs so far up to the given step.
    ///
    /// - Parameters:
    ///   - prices: by stretch and shape what it costs.
    ///   - known: the step up to which they are right already.
    func runForward(from known: Int, to step: Int, prices: [Int]) {
        for index in known..<max(known, step) {
            let here = costSoFar.base + index * (states + 1)
            let next = here + (states + 1)
            switch steps[index] {
            case .cross(let pitch):
                next.update(from: here, count: states)
                var pair = 0
                while pair < table.dropping.count {
                    let (before, after) = (Int(table.dropping[pair]), Int(table.dropping[pair + 1]))
                    next[after] = min(next[after], next[before])
                    pair += 2
                }
                for state in 0..<states { next[state] += pitch * Int(table.edgesOn[state]) }
            case .call(let corner, let isEnd):
                next.update(repeating: Self.impossible, count: states)
                for state in 0..<states {
                    let target = called(state, corner: corner, isEnd: isEnd)
                    next[target] = min(next[target], here[state])
                }
            case .walk(let stretch):
                next.update(repeating: Self.impossible, count: states)
                for shape in 0..<Self.shapes {
                    let price = prices[stretch * Self.shapes + shape]
                    if price >= Self.impossible { continue }
                    let targets = targets(of: shape, in: stretches[stretch])
                    for state in 0..<states {
                        let target = Int(targets[state])
                        next[target] = min(next[target], here[state] + price)
                    }
                }
            }
            next[states] = Self.impossible
        }
    }

    /// Brings the costs to come down to the given step, from a step for which they are right.
    func runBackward(from known: Int, to step: Int, prices: [Int]) {
        for index in stride(from: known - 1, through: step, by: -1) {
            let here = costToCome.base + index * (states + 1)
            let next = here + (states + 1)
            switch steps[index] {
            case .cross(let pitch):
                for state in 0..<states { here[state] = next[state] + pitch * Int(table.edgesOn[state]) }
                var pair = table.dropping.count
                while pair > 0 {
                    pair -= 2
                    let (before, after) = (Int(table.dropping[pair]), Int(table.dropping[pair + 1]))
                    here[before] = min(here[before], here[after])
                }
            case .call(let corner, let isEnd):
                for state in 0..<states { here[state] = next[called(state, corner: corner, isEnd: isEnd)] }
            case .walk(let stretch):
                here.update(repeating: Self.impossible, count: states)
                for shape in 0..<Self.shapes {
                    let price = prices[stretch * Self.shapes + shape]
                    if price >= Self.impossible { continue }
                    let targets = targets(of: shape, in: stretches[stretch])
                    for state in 0..<states {
                        here[state] = min(here[state], price + next[Int(targets[state])])
                    }
                }
            }
            here[states] = Self.impossible
        }
    }
}
