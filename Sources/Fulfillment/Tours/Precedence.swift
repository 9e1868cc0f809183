import Domain

/// Which goods go onto a cart before others.
///
/// A stop's precedence class is its goods' here; those that were skipped come after all of them. Heavy goods
/// that are fragile count as fragile: what is laid on them would crush them. What has to stay cold is the last
/// of all, so that it is out of the cold for the shortest time.
enum Precedence: Int {
    case heavy, plain, fragile, cold

    init(of sku: SKU, by settings: SiteSettings) {
        if settings.coldLast && sku.storage != .ambient {
            self = .cold
        } else if settings.fragileLast && sku.packing["fragile"]?.bool == true {
            self = .fragile
        } else if let heavy = settings.heavyFromG, sku.weightG >= heavy {
            self = .heavy
        } else {
            self = .plain
        }
    }
}

extension Transaction {
    /// For each pick the precedence class of its stop.
    func precedenceClasses(of picks: [Pick]) throws(Refusal) -> [Int] {
        struct Goods: Hashable {
            let client: ClientID
            let sku: SKUID
        }
        var precedences: [Goods: Precedence] = [:]
        var classes: [Int] = []
        for pick in picks {
            if pick.skips > 0 {
                classes.append(Precedence.cold.rawValue + pick.skips)
                continue
            }
            let goods = Goods(client: pick.client, sku: pick.sku)
            let precedence =
                if let precedence = precedences[goods] { precedence } else {
                    Precedence(of: try sku(pick.sku, of: pick.client), by: settings)
                }
            precedences[goods] = precedence
            classes.append(precedence.rawValue)
        }
        return classes
    }
}
