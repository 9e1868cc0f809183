/// The order in which pieces go into a box.
enum PackSequence {
    /// From the floor up, each level from the far left corner: a piece stands higher than all that it covers,
    /// so none goes under one that is already there.
    static func sorted(_ pieces: [DraftPiece]) -> [DraftPiece] {
        pieces.sorted {
            ($0.place.z0, $0.place.y0, $0.place.x0) < ($1.place.z0, $1.place.y0, $1.place.x0)
        }
    }
}
