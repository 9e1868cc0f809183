import Domain
import JSON

/// The state of the floor does not allow it.
extension RefusalWords {
    static func toteInUse(_ tote: String, _ by: String) -> RefusalWords {
        RefusalWords("tote \(tote) is in use: \(spoken(by))", ["tote": .string(tote), "by": .string(by)])
    }

    static func stockShort(_ sku: String, _ wanted: Int, _ available: Int, _ hint: String) -> RefusalWords {
        RefusalWords(
            "\(wanted) of \(sku) are wanted and \(available) are available"
                + (hint.isEmpty ? "" : ": \(hint)"),
            ["sku": .string(sku), "wanted": .int(wanted), "available": .int(available)])
    }

    static func fitsNoBox(_ sku: String, _ why: String) -> RefusalWords {
        RefusalWords("\(sku) fits no box: \(why)", ["sku": .string(sku), "why": .string(why)])
    }

    static func noRoomInBox(_ sku: String, _ box: String, _ instead: String) -> RefusalWords {
        RefusalWords(
            "\(sku) does not fit box \(box): \(instead)",
            ["sku": .string(sku), "box": .string(box), "why": .string(instead)])
    }

    static func contentsDiffer(_ parcel: String, _ missing: [String]) -> RefusalWords {
        RefusalWords(
            "parcel \(parcel) lacks \(missing.joined(separator: ", "))",
            ["parcel": .string(parcel), "missing": texts(missing)])
    }

    static func orderConflict(_ order: String, _ difference: String) -> RefusalWords {
        RefusalWords(
            "order \(order) is known with other content: \(difference)",
            ["order_id": .string(order), "difference": .string(difference)])
    }

    static func commandReused(_ id: String, _ method: String) -> RefusalWords {
        RefusalWords(
            "command_id \(id) was used for another request than this \(method): choose a new one",
            ["command_id": .string(id)])
    }

    static func wrongState(_ thing: String, _ state: String, _ wanted: String) -> RefusalWords {
        RefusalWords(
            "\(thing) is \(spoken(state)); for this it must be \(spoken(wanted))",
            ["thing": .string(thing), "state": .string(state), "wanted": .string(wanted)])
    }

    /// The names of states as a person says them: `at station` for `at_station`.
    private static func spoken(_ states: String) -> String {
        func isNameOfState(_ word: Substring) -> Bool {
            word.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        }
        return states.split(separator: " ", omittingEmptySubsequences: false)
            .map { isNameOfState($0) ? $0.replacing("_", with: " ") : $0 }
            .joined(separator: " ")
    }

    static func notHere(_ place: String, _ hint: String) -> RefusalWords {
        RefusalWords(hint, ["thing": "the prompt", "state": .string(place), "wanted": .string(hint)])
    }

    static func capacityMismatch(_ order: String, _ total: Int, _ sum: Int) -> RefusalWords {
        RefusalWords(
            "order \(order) says total_capacity \(total), its lines sum up to \(sum)",
            ["order_id": .string(order), "total": .int(total), "sum": .int(sum)])
    }

    static func layoutFaults(_ faults: [String]) -> RefusalWords {
        RefusalWords(
            "the layout has \(counted(faults.count, "fault")); nothing was loaded", ["faults": texts(faults)])
    }

    static func layoutInUse(_ inUse: [BinInUse]) -> RefusalWords {
        RefusalWords(
            inUse.prefix(Limits.layoutWarningsMax).map(\.sentence).joined(separator: "; "),
            ["bins": texts(inUse.map(\.bin.text))])
    }

    static func importFaults(_ faults: [StagedFault]) -> RefusalWords {
        let rows: [JSONValue] = faults.map { fault in
            ["line": .int(fault.line), "kind": .string(fault.kind.rawValue), "message": .string(fault.message)]
        }
        return RefusalWords(
            "\(counted(rows.count, "row")) cannot be taken; nothing was imported", ["faults": .array(rows)])
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}

extension BinInUse {
    /// What stands in the way, and what to do about it.
    fileprivate var sentence: String {
        guard isDropped else {
            return "the layout moves or changes bin \(bin), in which stock lies; name the bin in relocated where the "
                + "stock was moved with it, else move the stock out with stock.move first"
        }
        let dropped = "the layout drops \(bin)"
        switch use {
        case .stock: return "\(dropped), in which stock lies; move it with stock.move first"
        case .task(let task): return "\(dropped), and task \(task) leads to it; have it done first"
        case .tour(let tour): return "\(dropped), and tour \(tour) leads to it; have it finished first"
        }
    }
}
