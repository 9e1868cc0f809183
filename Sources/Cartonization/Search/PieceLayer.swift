internal import Common

/// A row or layer of pieces of one kind, all turned alike.
struct PieceLayer {
    var kind = -1
    var turn = Lengths(0, 0, 0)
    /// How many stand side by side along each axis.
    var columns = (x: 1, y: 1, z: 1)

    var count: Int { columns.x * columns.y * columns.z }
}

/// By what the layers of one filling are chosen.
struct LayerChoice {
    /// What makes one layer better than another for the space in hand.
    enum Score: Int, CaseIterable {
        /// Most volume.
        case fullest
        /// Least left over between layer and space, the tightest axis first.
        case tightest
    }

    /// Where the next space is taken: how far a step along each axis counts.
    static let steps = [Lengths(1, 2, 4), Lengths(1, 1, 1)]
    /// By how many 1/64 a layer may seem better than it is.
    static let noises = [0, 8, 32, 64]

    var score = Score.fullest
    var step = steps[0]
    var noise = 0
    /// For each kind, how much more a layer of it counts, in 1/64: kinds that were often left over come earlier;
    /// Joslin and Clements, "Squeaky wheel optimization" (1999).
    var urgency: [Int]

    static let urgencyMost = 256

    init(kindCount: Int) { urgency = [Int](repeating: 64, count: kindCount) }

    mutating func vary(_ random: inout SplitMix64) {
        score = Score.allCases[random.next(below: Score.allCases.count)]
        step = Self.steps[random.next(below: Self.steps.count)]
        noise = Self.noises[random.next(below: Self.noises.count)]
    }

    mutating func learn(_ left: [Int], kinds: [Int], _ random: inout SplitMix64) {
        let step = 2 << random.next(below: 3)
        for kind in kinds {
            urgency[kind] =
                left[kind] > 0 ? min(Self.urgencyMost, urgency[kind] + step) : max(64, urgency[kind] - 1)
        }
    }
}
