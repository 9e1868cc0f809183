import Domain
import Operations

/// The one thing that a prompt asks for: a verb, and what is shown in large letters.
struct Headline: Equatable {
    let verb: String
    let large: String?

    init(_ prompt: Prompt) {
        verb = Self.heading(prompt)
        large = Self.large(prompt)
    }

    /// The verb behind the kind of work, where that is not the ordinary one of the terminal; at the goods the kind says
    /// what to do with them: `PUT BACK`, `COUNT`.
    private static func heading(_ prompt: Prompt) -> String {
        guard let kind = prompt.show.kind, kind != .pick, !prompt.isAtRest else { return verb(prompt) }
        return prompt.expect == .item ? kind.title : "\(kind.title): \(verb(prompt))"
    }

    private static func verb(_ prompt: Prompt) -> String {
        switch prompt.expect {
        case .cart: "SCAN CART"
        case .tote: isBinding(prompt) ? "SCAN A FREE TOTE" : "SCAN TOTE"
        case .bin: "GO TO BIN"
        case .item: prompt.show.box == nil ? "TAKE FROM THE BIN" : "PUT INTO THE BOX"
        case .lot: "SCAN LOT"
        case .serial: "SCAN SERIAL NUMBER"
        case .expiry: "KEY EXPIRY DATE"
        case .quantity: "KEY QUANTITY"
        case .weight: "WEIGH THE PARCEL, KEY GRAMS"
        case .reason: "WHY?"
        case .yesNo: "YES OR NO?"
        case .box: "TAKE BOX"
        case .parcel: "SCAN PARCEL"
        case .label: "SCAN THE LABEL ON THE BOX"
        case .station: "BRING TOTES TO"
        case .badge: "SCAN BADGE"
        case .pin, .none: prompt.beep == .done ? "DONE" : "WAIT"
        }
    }

    /// An order waits for a tote, whichever is free.
    private static func isBinding(_ prompt: Prompt) -> Bool {
        prompt.show.order != nil && prompt.show.tote == nil
    }

    private static func large(_ prompt: Prompt) -> String? {
        let show = prompt.show
        return switch prompt.expect {
        case .tote: show.tote?.text
        case .bin: show.printed ?? show.bin?.text
        case .item: (show.quantityLeft ?? show.quantity).map { "\($0) ×" }
        case .quantity: (show.quantity ?? show.quantityLeft).map { String($0) }
        case .weight: show.weightG.map { String($0) }
        case .station: show.station?.text
        case .box: show.box?.text
        case .cart: show.cart?.text
        case .lot, .serial, .expiry, .reason, .yesNo, .parcel, .label, .badge, .pin, .none: nil
        }
    }
}
