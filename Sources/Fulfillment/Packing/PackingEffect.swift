import Domain

/// What happens on the floor because of an answer at the bench.
enum PackingEffect: Equatable, Sendable {
    /// The open parcels are planned anew around what is in them.
    case replan(Deviation)
    /// The plan that was made around the piece in the packer's hand is adopted.
    case adopt(Replan)
    /// So many pieces of a SKU are in the box.
    case putIn(Int, of: SKUID)
    /// The piece put in last is out of the box again.
    case unpackLast
    /// The scale's weight is recorded.
    case weigh(weightG: Int)
    /// The recorded weight is cleared.
    case forgetWeight
    /// The parcel is sealed and its label queued.
    case close
    /// The label is on the box.
    case label
}
