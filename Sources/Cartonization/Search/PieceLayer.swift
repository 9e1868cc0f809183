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

    /// What steers the choice.
    struct Parameters {
        /// Of the empty spaces the nearest to the origin is filled next: how far a millimetre along each axis counts,
        /// one of these at random for each filling.
        var steps = [Lengths(1, 2, 4), Lengths(1, 1, 1)]
        /// By how many 64ths a layer may seem better than it is, one of these at random for each filling.
        var noises64ths = [0, 8, 32, 64]
        /// In 64ths, the urgency of a kind at first and at least, and at most.
        var urgencyLeast = 64
        var urgencyMost = 256
        /// By how much the urgency of a kind rises when pieces of it are left over, one of these at random.
        var urgencyRises = [2, 4, 8]
        /// By how much it falls when none are.
        var urgencyFall = 1

        static let standard = Parameters()
    }

    private let parameters: Parameters
    private(set) var score = Score.fullest
    private(set) var step: Lengths
    /// By how many 64ths a layer may seem better than it is.
    private(set) var noise = 0
    /// For each kind, how much more a layer of it counts, in 64ths: kinds that were often left over come earlier;
    /// Joslin and Clements, "Squeaky wheel optimization" (1999).
    private(set) var urgency: [Int]

    init(kindCount: Int, parameters: Parameters = .standard) {
        self.parameters = parameters
        step = parameters.steps[0]
        urgency = [Int](repeating: parameters.urgencyLeast, count: kindCount)
    }

    mutating func vary(_ random: inout SplitMix64) {
        score = random.element(of: Score.allCases)
        step = random.element(of: parameters.steps)
        noise = random.element(of: parameters.noises64ths)
    }

    mutating func learn(_ left: [Int], kinds: [Int], _ random: inout SplitMix64) {
        let rise = random.element(of: parameters.urgencyRises)
        for kind in kinds {
            urgency[kind] =
                left[kind] > 0
                ? min(parameters.urgencyMost, urgency[kind] + rise)
                : max(parameters.urgencyLeast, urgency[kind] - parameters.urgencyFall)
        }
    }
}
