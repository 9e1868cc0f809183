/// A carton or mailer to choose from.
public struct BoxType: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case carton
        /// A padded bag whose inner height gives by `giveMM`.
        case mailer(giveMM: Int)
    }

    public var id: String
    public var inner: Size
    /// What the carrier measures; the inner size where it is not given.
    public var outer: Size?
    public var kind: Kind = .carton
    public var tareG = 0
    /// The most that box and contents may weigh together; nil for no limit.
    public var maxGrossG: Int?
    /// In 1/10,000 of the money unit; nil where boxes are compared by inner volume.
    public var cost: Int?
    /// How many of this type may be used for one question; nil for any number.
    public var supply: Int?
    /// Free space kept at the four walls and under the lid.
    public var clearanceMM = 0
    public var maxItems: Int?

    public init(id: String, inner: Size) {
        self.id = id
        self.inner = inner
    }

    /// The space that pieces may fill: the inner size less the clearance, plus what a mailer gives.
    public var usable: Size {
        var giveMM = 0
        if case .mailer(let give) = kind { giveMM = give }
        return Size(
            lengthMM: inner.lengthMM - 2 * clearanceMM,
            widthMM: inner.widthMM - 2 * clearanceMM,
            heightMM: inner.heightMM + giveMM - clearanceMM)
    }

    /// What is left of the gross weight for the contents.
    var payloadMaxG: Int { maxGrossG.map { $0 - tareG } ?? Int.max }
}
