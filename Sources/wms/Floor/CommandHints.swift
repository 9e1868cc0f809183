import Domain
import Operations

/// The commands that a prompt takes instead of a scan, in the order in which they are shown. What it would refuse is no
/// hint; the daemon decides.
enum CommandHints {
    static func commands(at prompt: Prompt, of work: FloorDialogue.Work) -> [String] {
        if prompt.isAtRest || prompt.isOwn { return [] }
        switch (prompt.show.kind, work) {
        case (.unpack, _): return prompt.expect == .yesNo ? [undo] : []
        case (.putBack, _): return puttingBack(prompt) + [why, pause]
        case (.count, _): return counting(prompt)
        case (_, .picking): return picking(prompt) + [why, pause]
        case (_, .packing): return packing(prompt)
        }
    }

    private static let skip = "*SKIP"
    private static let short = "*SHORT"
    private static let full = "*FULL"
    private static let undo = "*UNDO"
    private static let why = "*WHY"
    private static let pause = "*PAUSE"

    private static func picking(_ prompt: Prompt) -> [String] {
        let back = hasBegun(prompt) ? [undo] : []
        return switch prompt.expect {
        case .bin: [skip] + back
        case .item: [skip, short] + back
        case .quantity: [short, undo]
        // A free tote for an order that has none yet is asked for before any of its goods.
        case .tote: prompt.show.sku == nil ? [] : [full, undo]
        case .lot, .reason: [undo]
        case .station: back
        default: []
        }
    }

    private static func puttingBack(_ prompt: Prompt) -> [String] {
        switch prompt.expect {
        case .bin: [skip, full]
        case .item: [skip, full, undo]
        case .quantity, .yesNo: [undo]
        default: []
        }
    }

    private static func counting(_ prompt: Prompt) -> [String] {
        // The bin at hand is gone once all is counted: then anything ends the walk.
        if prompt.show.bin == nil { return [why] }
        return switch prompt.expect {
        case .bin: [skip, why, pause]
        case .item: [skip, undo, why, pause]
        default: [undo, why, pause]
        }
    }

    private static func packing(_ prompt: Prompt) -> [String] {
        switch prompt.expect {
        case .box, .item: hasBegun(prompt) ? [undo, full] : []
        case .quantity: hasBegun(prompt) ? [undo, full] : [undo]
        case .weight, .yesNo: [undo]
        default: []
        }
    }

    /// Whether there is a finished pick, or a piece in the box, to take back.
    private static func hasBegun(_ prompt: Prompt) -> Bool { (prompt.show.done ?? 0) > 0 }
}
