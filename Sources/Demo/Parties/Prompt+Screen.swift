import Domain
import Operations

extension Prompt {
    /// What the screen names of that which is asked for, as a scanner would read it.
    var named: String? {
        switch expect {
        case .cart: show.cart?.text
        case .tote: show.tote?.text
        case .bin: show.bin?.text
        case .item: show.barcode ?? show.sku?.text
        case .lot: show.lot
        case .expiry: show.expiry.map { "\($0)" }
        case .quantity: (show.quantityLeft ?? show.quantity).map { String($0) }
        case .box: show.box?.text
        case .parcel: show.parcel.map { "\($0)" }
        case .label: show.sscc
        case .station: show.station?.text
        case .serial, .weight, .reason, .yesNo, .badge, .pin, .none: nil
        }
    }
}
