/// The largest questions that are answered. Everything beyond is refused before it is calculated with, so
/// no product of lengths, areas or weights can overflow.
public enum PackingLimits {
    /// 30 m: longer than any container; 30,000³ × 20,000 pieces stays below 2⁶³.
    public static let edgeMM = 30_000
    /// 100 t.
    public static let weightG = 100_000_000
    /// The most pieces in one question; beyond this it is a truck, not an order.
    public static let pieces = 20_000
    /// The types that a piece fits are one bit each of four words; no site stocks a tenth of that.
    public static let boxTypes = 256
    /// Groups that a question may name: one bit of a word each.
    public static let groups = 64
    /// In 1/10,000: 10 million money units.
    public static let cost = 100_000_000_000
    /// Steps of a freight table: a price for each kilogram up to 64.
    public static let freightSteps = 64
    /// 1 g for a cubic metre: no carrier's parcel is bulkier for its price.
    public static let divisor = 1_000_000_000
}
