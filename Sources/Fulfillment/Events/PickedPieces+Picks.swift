import Domain
import Operations

extension PickedPieces {
    /// What picks have brought, one entry for each line, lot and expiry, in the order of the picks.
    static func summed(_ picks: [Pick]) -> [PickedPieces] {
        var pieces: [PickedPieces] = []
        for pick in picks {
            let one = PickedPieces(
                line: pick.line, sku: pick.sku, quantity: pick.quantity, lot: pick.lot.isEmpty ? nil : pick.lot,
                expiry: pick.expiry?.description)
            let index = pieces.firstIndex {
                $0.line == one.line && $0.lot == one.lot && $0.expiry == one.expiry
            }
            if let index { pieces[index].quantity += one.quantity } else { pieces.append(one) }
        }
        return pieces
    }
}
