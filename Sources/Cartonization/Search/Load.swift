/// Weight in units of 2⁻²⁰ g: fine enough that sharing it over contact areas, each share rounded up, never
/// hides as much as a millionth of a gram, and coarse enough that 20,000 pieces of 100 t fit a word.
enum Load {
    private static let unitsPerG: Int64 = 1 << 20

    @inline(__always)
    static func units(ofG weightG: Int) -> Int64 {
        weightG >= Int(Int64.max / unitsPerG) ? .max : Int64(weightG) &* unitsPerG
    }

    /// The part of `load` that goes through `area` of `total`, rounded up.
    static func share(_ load: Int64, area: Int64, of total: Int64) -> Int64 {
        let product = load.multipliedFullWidth(by: area)
        let (quotient, remainder) = total.dividingFullWidth(product)
        return remainder > 0 ? quotient &+ 1 : quotient
    }
}
