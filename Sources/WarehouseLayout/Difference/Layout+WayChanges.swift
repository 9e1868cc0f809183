extension Layout {
    /// What differs in the ways that people walk: aisles, cross aisles, walkways, and what is closed of them.
    func wayChanges(from old: Layout) -> [NamedChange] {
        crossAisleChanges(from: old) + aisleChanges(from: old) + walkwayChanges(from: old)
            + closureChanges(from: old)
    }

    private func crossAisleChanges(from old: Layout) -> [NamedChange] {
        NamedChange.list(from: old.crossAisles, to: crossAisles, name: \.fullName) { was, row in
            var notes = ChangeNotes()
            notes.compare("y", was.yMM, row.yMM, metresText)
            notes.compare("x", was.ownExtentMM, row.ownExtentMM) { $0.map(spelled) ?? "as its aisles" }
            notes.compare("one_way", was.direction, row.direction) {
                spelled($0, forward: "right", backward: "left")
            }
            notes.compare("area at", was.frame, row.frame, spelled)
            return notes.what
        }
    }

    private func aisleChanges(from old: Layout) -> [NamedChange] {
        NamedChange.list(from: old.aisles, to: aisles, name: \.fullName) { was, aisle in
            var notes = ChangeNotes()
            notes.compare("x", was.xMM, aisle.xMM, metresText)
            notes.compare("y", was.spanMM, aisle.spanMM, spelled)
            notes.compare("one_way", was.direction, aisle.direction) {
                spelled($0, forward: "up", backward: "down")
            }
            notes.compare("area at", was.frame, aisle.frame, spelled)
            return notes.what
        }
    }

    private func walkwayChanges(from old: Layout) -> [NamedChange] {
        NamedChange.list(from: old.walkways, to: walkways, name: \.fullName) { was, way in
            var notes = ChangeNotes()
            notes.compare("from", was.from, way.from) { "\($0)" }
            notes.compare("to", was.to, way.to) { "\($0)" }
            notes.compare("one_way", was.isOneWay, way.isOneWay) { $0 ? "yes" : "no" }
            notes.compare("extra", was.extraMM, way.extraMM, metresText)
            notes.compare("seconds", was.ridesMS, way.ridesMS, metresText)
            notes.compare("not_for", was.notFor, way.notFor) {
                $0.isEmpty ? "nobody" : $0.map(\.rawValue).joined(separator: " ")
            }
            return notes.what
        }
    }
}

extension Layout {
    /// A closure either stands in a file or does not: its name says all of it.
    private func closureChanges(from old: Layout) -> [NamedChange] {
        let (before, after) = (old.closedWays.map { "closed \($0)" }, closedWays.map { "closed \($0)" })
        return NamedChange.list(from: before, to: after, name: \.self) { _, _ in [] }
    }
}

extension Aisle {
    fileprivate var fullName: String { "aisle \(id)" }
}

extension Walkway {
    fileprivate var fullName: String { "walkway \(id)" }
}

extension CrossAisle {
    /// Its id, with its area's where it has one: several areas may have a FRONT.
    fileprivate var fullName: String { "cross aisle \(id)" + (area.map { " of \($0)" } ?? "") }

    fileprivate var ownExtentMM: ClosedRange<Int>? { hasOwnExtent ? extentMM : nil }
}

private func spelled(_ span: ClosedRange<Int>) -> String {
    "[\(metresText(span.lowerBound)), \(metresText(span.upperBound))]"
}

private func spelled(_ frame: Frame) -> String {
    let turn = frame.quarterTurns == 0 ? "" : " turn \(frame.quarterTurns * 90)"
    return "\(frame.origin)\(turn)"
}

private func spelled(_ direction: WalkDirection, forward: String, backward: String) -> String {
    switch direction {
    case .both: "no"
    case .forward: forward
    case .backward: backward
    }
}
