public import Domain
import LineProtocol

extension ValueType where Value == PositionMM {
    /// Where a piece stands in its box.
    public static var positionMM: ValueType {
        let list = ValueType<[Int]>.list(of: .whole(0...Limits.sideMMMax), max: 3)
        return ValueType(type: list.type) { given, path, faults in
            guard let numbers = list.read(given, path, &faults) else { return nil }
            guard numbers.count == 3 else {
                faults.append(
                    ParamFault(path, "has \(numbers.count) numbers: give across, deep and up in mm"))
                return nil
            }
            return PositionMM(across: numbers[0], deep: numbers[1], up: numbers[2])
        } write: {
            list.write($0.coordinates, &$1)
        }
    }
}

extension ValueType where Value == String {
    /// The serial shipping container code of a parcel: 18 digits.
    public static var sscc: ValueType {
        ValueType(.digits(18...18)) {
            $0.string
        } _: {
            $1.write($0)
        }
    }
    /// Words that the daemon makes, of any length that a line holds.
    public static var sentence: ValueType { text(maxBytes: WireLimits.lineBytesMax) }
}

extension ValueType where Value == RowID<ParcelKind> {
    public static var parcel: ValueType { .row() }
}
