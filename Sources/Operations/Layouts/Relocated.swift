public import Domain
import LineProtocol

/// Bins whose contents have been moved by hand, so that a layout may change them.
public struct Relocated: Sendable, Equatable {
    public var bins: [BinCode] = []
    /// Whatever bin holds something.
    public var isAll = false

    public init() {}

    public func contains(_ bin: BinCode) -> Bool { isAll || bins.contains(bin) }
}

extension LayoutLoad {
    public typealias Relocated = Operations.Relocated
}

extension ValueType where Value == Relocated {
    /// A list of bins, or the word `all`, alone or as the list's only element.
    static var relocated: ValueType {
        let list = ValueType<[BinCode]>.list(of: .bin, max: 100_000)
        return ValueType(type: list.type) { given, path, faults in
            var relocated = Relocated()
            if given.string == "all" {
                relocated.isAll = true
                return relocated
            }
            guard let bins = list.read(given, path, &faults) else { return nil }
            relocated.isAll = bins == ["all"]
            relocated.bins = relocated.isAll ? [] : bins
            return relocated
        } write: {
            if $0.isAll { $1.write("all") } else { list.write($0.bins, &$1) }
        }
    }
}
