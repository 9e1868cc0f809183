import JSON

/// The one thing that a prompt asks for: a verb, and what is shown in large letters.
struct Headline: Equatable {
    let verb: String
    let large: String?

    init(_ prompt: Prompt) {
        verb = Self.verb(prompt)
        large = Self.large(prompt)
    }

    private static func verb(_ prompt: Prompt) -> String {
        switch prompt.expect {
        case "cart": "SCAN CART"
        case "tote": isBinding(prompt) ? "SCAN A FREE TOTE" : "SCAN TOTE"
        case "bin": "GO TO BIN"
        case "item": prompt.show["box"] == nil ? "TAKE FROM THE BIN" : "PUT INTO THE BOX"
        case "lot": "SCAN LOT"
        case "serial": "SCAN SERIAL NUMBER"
        case "expiry": "KEY EXPIRY DATE"
        case "quantity": "KEY QUANTITY"
        case "weight": "WEIGH THE PARCEL, KEY GRAMS"
        case "reason": "WHY?"
        case "yes_no": "YES OR NO?"
        case "box": "TAKE BOX"
        case "parcel": "SCAN PARCEL"
        case "label": "SCAN THE LABEL ON THE BOX"
        case "station": "BRING TOTES TO"
        case "badge": "SCAN BADGE"
        default: prompt.beep == "done" ? "DONE" : "WAIT"
        }
    }

    /// An order waits for a tote, whichever is free.
    private static func isBinding(_ prompt: Prompt) -> Bool {
        prompt.show["order_id"] != nil && prompt.show["tote"] == nil
    }

    private static func large(_ prompt: Prompt) -> String? {
        let text = { (key: String) in prompt.show[key].map { PlainText.inline($0, of: key) } }
        switch prompt.expect {
        case "tote": return text("tote")
        case "bin": return text("printed") ?? text("bin")
        case "item":
            guard let quantity = text("qty_left") ?? text("qty") else { return nil }
            return "\(quantity) ×"
        case "quantity": return text("qty") ?? text("qty_left")
        case "weight": return text("weight_g")
        case "station": return text("station")
        case "box": return text("box")
        case "cart": return text("cart")
        default: return nil
        }
    }
}
