/// Command ids that no other run and no other device gives: a prefix for the run, then a counter.
///
///     var ids = CommandIDs(device: "h07")
///     ids.next()      // h07-4f1c09b2-1
public struct CommandIDs: Sendable {
    private let prefix: String
    private var count = 0

    /// - Parameters:
    ///   - device: kept to the characters that a command id may hold, and to 32 of them.
    ///   - random: where the run's part comes from; seeded in tests.
    public init(device: String, random: inout some RandomNumberGenerator) {
        let isAllowed = { (character: Character) in
            character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
        }
        let run = String(UInt32.random(in: .min ... .max, using: &random), radix: 16)
        prefix = "\(device.filter(isAllowed).prefix(32))-\(run)"
    }

    public init(device: String) {
        var random = SystemRandomNumberGenerator()
        self.init(device: device, random: &random)
    }

    public mutating func next() -> String {
        count += 1
        return "\(prefix)-\(count)"
    }
}
