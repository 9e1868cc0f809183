/// Different keys in the order in which they first came, each found again by its place.
///
///     var skus = FirstPlaces<SKUID>()
///     skus.place(of: "TEA")       // 0
///     skus.place(of: "MUG")       // 1
///     skus.place(of: "TEA")       // 0
///
/// A few are compared one by one, which costs less than a table of hashes; an order may have a thousand lines, and
/// stock as many lots.
struct FirstPlaces<Key: Hashable> {
    private(set) var keys: [Key] = []
    /// Of all keys, once there are more than are compared.
    private var places: [Key: Int] = [:]

    private static var comparedMax: Int { 16 }

    /// The place of a key; one that is new gets the next.
    mutating func place(of key: Key) -> Int {
        if let place = places.isEmpty ? keys.firstIndex(of: key) : places[key] { return place }
        keys.append(key)
        if !places.isEmpty {
            places[key] = keys.count - 1
        } else if keys.count > Self.comparedMax {
            for (place, key) in keys.enumerated() { places[key] = place }
        }
        return keys.count - 1
    }
}
