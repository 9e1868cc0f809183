import Common
import Domain
import Operations

/// The facts that stand below the instruction, in the order in which a worker needs them.
struct ShownFacts {
    private(set) var lines: [(name: String, value: String)] = []

    /// What a name and the space behind it leave of a line.
    private static let valueColumns = PromptScreen.columns - 8
    /// A name that is longer is known by its beginning.
    private static let nameRows = 2

    init(_ prompt: Prompt) {
        let show = prompt.show
        if prompt.expect == .bin {
            add("address", show.printed == nil ? nil : show.bin?.text)
            add("walk", show.walkM.map { "\($0) m" })
            if show.kind != .count { add(show.kind == .putBack ? "put" : "take", show.quantity) }
        }
        addNames(show, said: prompt.say)
        add("counted", show.counted)
        add("lot", show.lot)
        add("expiry", show.expiry)
        addSentences("where", show.whereInWords)
        add("barcode", show.barcode)
        if prompt.expect != .bin { add("bin", show.bin) }
        if prompt.expect == .tote { add("at", show.station) } else { add("tote", show.tote) }
        add("totes", show.totes.map { $0.isEmpty ? "none" : $0.map(\.text).joined(separator: ", ") })
        add("order", show.order)
        add("parcel", Self.parcel(show))
        if prompt.expect != .box { add("box", show.box) }
        if prompt.expect == .box { add("pieces", show.of) }
        if prompt.expect == .weight { add("within", show.toleranceG.map { "± \($0) g" }) }
        add("sscc", show.sscc)
        addSentences("why", show.why)
        addWishes(show)
    }

    /// What the order asks of the packer, the short things first: it stands at every prompt at the bench as far as there
    /// is room, and at the box and at the close there is.
    private mutating func addWishes(_ show: Shown) {
        if show.gift == true { add("gift", "no prices go into the parcel") }
        addSentences("lay in", show.documents)
        if let notes = show.notes { addWrapped("notes", notes) }
    }

    /// What the goods are called, where the instruction and the id do not say it already.
    private mutating func addNames(_ show: Shown, said: String) {
        if let sku = show.sku?.text, !said.hasSuffix(sku) { addWrapped("item", sku, rows: Self.nameRows) }
        if let name = show.name, name != show.sku?.text { addWrapped("name", name, rows: Self.nameRows) }
    }

    private mutating func add(_ name: String, _ value: (some CustomStringConvertible)?) {
        if let value, !value.description.isEmpty { lines.append((name, value.description)) }
    }

    private mutating func addSentences(_ name: String, _ sentences: [String]?) {
        for (index, sentence) in (sentences ?? []).enumerated() {
            addWrapped(index == 0 ? name : "", sentence)
        }
    }

    private mutating func addWrapped(_ name: String, _ text: String, rows: Int = .max) {
        for (index, words) in text.wrapped(toColumns: Self.valueColumns).prefix(
            rows: rows, columns: Self.valueColumns
        ).enumerated() {
            add(index == 0 ? name : "", words)
        }
    }

    /// `1 of 2`, as it is counted within the order.
    private static func parcel(_ show: Shown) -> String? {
        guard let number = show.number, let parcels = show.parcels else { return nil }
        return "\(number) of \(parcels)"
    }
}
