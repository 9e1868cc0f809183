/// How many pieces of every line a partial walk has not passed yet, packed into four words: a field for each line
/// with a spare bit above it, so that all lines are compared or reduced at once.
struct MissingPieces: Equatable {
    /// How the fields of one choice lie in the words.
    struct Packing {
        let fieldBits: Int
        let fieldsPerWord: Int
        /// The spare bits of all fields.
        let spare: SIMD4<UInt64>

        /// Nil where the lines do not fit: more than 128 lines, or fewer with many pieces each.
        init?(demands: [Int]) {
            let most = max(1, demands.max() ?? 1)
            fieldBits = Int.bitWidth - most.leadingZeroBitCount + 1
            guard fieldBits <= 32 else { return nil }
            fieldsPerWord = 64 / fieldBits
            guard demands.count <= 4 * fieldsPerWord else { return nil }
            var spare = SIMD4<UInt64>(repeating: 0)
            for line in demands.indices {
                spare[line / fieldsPerWord] |=
                    1 << UInt64(line % fieldsPerWord * fieldBits + fieldBits - 1)
            }
            self.spare = spare
        }

        func shift(of line: Int) -> UInt64 { UInt64(line % fieldsPerWord * fieldBits) }
    }

    static let none = MissingPieces()

    private var words = SIMD4<UInt64>(repeating: 0)

    private init() {}

    init(_ pieces: [Int], _ packing: Packing) {
        for (line, count) in pieces.enumerated() {
            assert(0..<1 << (packing.fieldBits - 1) ~= count, "\(count) pieces reach into the spare bit")
            words[line / packing.fieldsPerWord] |= UInt64(count) << packing.shift(of: line)
        }
    }

    var isNone: Bool { self == .none }

    func count(of line: Int, _ packing: Packing) -> Int {
        Int(
            words[line / packing.fieldsPerWord] >> packing.shift(of: line)
                & (1 << UInt64(packing.fieldBits - 1) - 1))
    }

    /// Subtracts so many of each line; none falls below zero.
    mutating func subtract(_ others: MissingPieces, _ packing: Packing) {
        let difference = (words | packing.spare) &- others.words
        let kept = difference & packing.spare
        words = difference & (kept &- (kept &>> SIMD4(repeating: UInt64(packing.fieldBits - 1))))
        assert(words & packing.spare == SIMD4(repeating: 0), "spare bits are clear")
    }

    /// Whether no line misses more than it does there.
    func isWithin(_ other: MissingPieces, _ packing: Packing) -> Bool {
        ((other.words | packing.spare) &- words) & packing.spare == packing.spare
    }
}
