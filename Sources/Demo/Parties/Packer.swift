import Common
import Domain
import LineProtocol
import Operations

/// A person at a pack station who does what the screen says and keys what the scale shows.
struct Packer {
    let handheld: Handheld
    let floor: WorkFloor
    private var random: SplitMix64

    init(badge: String, station: StationCode, floor: WorkFloor, seed: UInt64) throws(DemoFault) {
        handheld = try Handheld(badge: badge, station: station, socket: floor.socket)
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
        _ tote: String, onScan: (Prompt, String) throws(DemoFault) -> Void = { _, _ in }
    ) throws(DemoFault) {
        guard var prompt = try start(tote) else { return }
        while !prompt.isAtRest {
            let code = try code(for: prompt)
            try onScan(prompt, code)
            let next = try handheld.scan(PackScan.self, code, for: prompt)
            if prompt.expect == .label { floor.labelledParcels.enqueue(try parcel(of: prompt, label: code)) }
            prompt = next
        }
        floor.freeTotes.enqueue(tote)
    }

    /// Sets a tote on the bench; nil where its order waits for totes of another cart, or was packed with one.
    private func start(_ tote: String) throws(DemoFault) -> Prompt? {
        do { return try handheld.startPacking(tote) } catch {
            guard case .refused(_, _, .refused(let refusal)) = error,
                refusal.kind == ErrorKind.wrongState.rawValue
            else { throw error }
            if refusal.data["state"]?.string == ToteState.free.rawValue {
                floor.freeTotes.enqueue(tote)
            } else {
                floor.filledTotes.enqueue(tote)
                floor.waitALittle()
            }
            return nil
        }
    }

    private mutating func code(for prompt: Prompt) throws(DemoFault) -> String {
        switch prompt.expect {
        case .weight: try weight(for: prompt)
        case .yesNo: "yes"
        case .label: Self.scannedLabel(try handheld.need(prompt.named, for: prompt))
        default: try handheld.need(prompt.named, for: prompt)
        }
    }

    /// What the scale shows: the contents and the box, and a few grams of tape and wear.
    private mutating func weight(for prompt: Prompt) throws(DemoFault) -> String {
        guard let expected = prompt.show.weightG else {
            return try handheld.need(nil, for: prompt)
        }
        let offMax = min(prompt.show.toleranceG ?? 0, 20) / 2
        return String(expected + Int.random(in: -offMax...offMax, using: &random))
    }

    /// The GS1-128 barcode of an SSCC as a scanner types it: symbology prefix, application identifier, number.
    private static func scannedLabel(_ sscc: String) -> String { "]C100\(sscc)" }

    private func parcel(of prompt: Prompt, label: String) throws(DemoFault) -> LabelledParcel {
        LabelledParcel(label: label, orderID: try handheld.need(prompt.show.order?.text, for: prompt))
    }
}

/// A parcel that waits at the dock.
struct LabelledParcel {
    /// What a scanner types for its label.
    let label: String
    let orderID: String
}
