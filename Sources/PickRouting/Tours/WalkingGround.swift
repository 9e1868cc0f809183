public import WarehouseLayout

/// Anything that tours can be walked on: it knows the walking distance between any two of its places.
public protocol WalkingGround: Sendable {
    var placeCount: Int { get }
    /// The directed walking distance in millimetres; nil where there is no way.
    func distanceMM(from: PlaceID, to: PlaceID) -> Int?
    /// The rectangular form, where the ground has one.
    var blockFloor: BlockFloor? { get }
}

extension Layout: WalkingGround {}
