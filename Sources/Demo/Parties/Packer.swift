import Common

/// A person at a pack station who does what the screen says and reads the scale honestly.
struct Packer {
    let handheld: Handheld
    let floor: WorkFloor
    private var random: SplitMix64

    init(badge: String, station: String, floor: WorkFloor, seed: UInt64) throws(DemoFault) {
        handheld = try Handheld(badge: badge, place: ("station", station), socket: floor.socket)
        self.floor = floor
        random = SplitMix64(seed: seed)
    }

    /// Packs totes as they come until no more will.
    mutating func work() throws(DemoFault) {
        while let tote = floor.filledTotes.dequeue() { try pack(tote) }
        if floor.isAbandoned { throw .abandoned }
        try handheld.end()
    }

    /// Packs what lies in a tote, one parcel after the other.
    mutating func pack(
        _ tote: String, seeing: (Handheld.Prompt, String) throws(DemoFault) -> Void = { _, _ in }
    ) throws(DemoFault) {
        guard var prompt = try start(tote) else { return }
        while !prompt.isAtRest {
            let code = try code(for: prompt)
            try seeing(prompt, code)
            let next = try handheld.scan("pack.scan", code, for: prompt)
            if prompt.expect == "label" { floor.labelledParcels.enqueue(try parcel(of: prompt, label: code)) }
            prompt = next
        }
        floor.freeTotes.enqueue(tote)
    }

    /// Sets a tote on the bench; nil where its order waits for totes of another cart, or was packed with one.
    private func start(_ tote: String) throws(DemoFault) -> Handheld.Prompt? {
        do { return try handheld.change("pack.start", ["code": .string(tote)]) } catch {
            guard case .refused(_, _, .refused(let refusal)) = error, refusal.kind == "wrong_state" else {
                throw error
            }
            if refusal.data["state"] == "free" {
                floor.freeTotes.enqueue(tote)
            } else {
                floor.filledTotes.enqueue(tote)
                floor.waitALittle()
            }
            return nil
        }
    }

    private mutating func code(for prompt: Handheld.Prompt) throws(DemoFault) -> String {
        switch prompt.expect {
        case "item": try handheld.need(prompt.shown("barcode", "sku"), for: prompt)
        case "quantity": try handheld.need(prompt.shown("qty_left", "qty"), for: prompt)
        case "weight": try weight(for: prompt)
        case "yes_no": "yes"
        case "label": Self.scannedLabel(try handheld.need(prompt.shown("sscc"), for: prompt))
        default: try handheld.need(prompt.shown(prompt.expect), for: prompt)
        }
    }

    /// What the scale shows: the contents and the box, and a few grams of tape and wear.
    private mutating func weight(for prompt: Handheld.Prompt) throws(DemoFault) -> String {
        guard let expected = prompt.show["weight_g"]?.int else {
            return try handheld.need(nil, for: prompt)
        }
        let offMax = min(prompt.show["tolerance_g"]?.int ?? 0, 20) / 2
        return String(expected + Int.random(in: -offMax...offMax, using: &random))
    }

    /// The GS1-128 barcode of an SSCC as a scanner types it: symbology prefix, application identifier, number.
    private static func scannedLabel(_ sscc: String) -> String { "]C100\(sscc)" }

    private func parcel(of prompt: Handheld.Prompt, label: String) throws(DemoFault) -> LabelledParcel {
        LabelledParcel(label: label, orderID: try handheld.need(prompt.shown("order_id"), for: prompt))
    }
}

/// A parcel that waits at the dock.
struct LabelledParcel {
    /// What a scanner types for its label.
    let label: String
    let orderID: String
}
