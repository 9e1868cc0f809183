/// A type of box that orders are packed in.
public struct Box: Sendable, Equatable {
    public let id: BoxID
    public var inner: SizeMM
    /// Nil where it is as large outside as inside.
    public var outer: SizeMM?
    public var tareG: Int
    /// The most it may weigh filled, tare included.
    public var maxWeightG: Int?
    /// An amount of money as decimal text: `0.42`.
    public var cost: String?
    /// How many there are; nil for as many as are wanted.
    public var supply: Int?
    public var barcode: String?
    public var form: BoxForm
    /// How much thicker a mailer gets when it is filled.
    public var giveMM: Int?
    /// Kept free at the four walls and below the lid.
    public var clearanceMM: Int
    /// The most pieces in it.
    public var maxItems: Int?

    public init(
        id: BoxID, inner: SizeMM, outer: SizeMM? = nil, tareG: Int = 0, maxWeightG: Int? = nil,
        cost: String? = nil,
        supply: Int? = nil, barcode: String? = nil, form: BoxForm = .carton, giveMM: Int? = nil,
        clearanceMM: Int = 0,
        maxItems: Int? = nil
    ) {
        self.id = id
        self.inner = inner
        self.outer = outer
        self.tareG = tareG
        self.maxWeightG = maxWeightG
        self.cost = cost
        self.supply = supply
        self.barcode = barcode
        self.form = form
        self.giveMM = giveMM
        self.clearanceMM = clearanceMM
        self.maxItems = maxItems
    }
}
