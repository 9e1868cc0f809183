/// Something with a name that is new, gone or no longer what it was.
public struct NamedChange: Sendable, Equatable {
    /// What it is called: `PACK-1`, `cross aisle FRONT`.
    public let name: String
    /// `added`, `removed`, or what differs, in words: `one_way no → right`.
    public let what: [String]

    public init(name: String, what: [String]) {
        self.name = name
        self.what = what
    }

    /// Compares two lists of things by their names: new and changed ones first, then those that are gone.
    ///
    /// - Complexity: linear in both lists.
    static func list<Thing>(
        from old: [Thing], to new: [Thing], name: (Thing) -> String, what: (Thing, Thing) -> [String]
    ) -> [NamedChange] {
        let before = Dictionary(old.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(name))
        var changes: [NamedChange] = []
        for thing in new {
            let differs = before[name(thing)].map { what($0, thing) } ?? ["added"]
            if !differs.isEmpty { changes.append(NamedChange(name: name(thing), what: differs)) }
        }
        for thing in old where !after.contains(name(thing)) {
            changes.append(NamedChange(name: name(thing), what: ["removed"]))
        }
        return changes
    }
}

/// What differs between two of a name, in words.
struct ChangeNotes {
    private(set) var what: [String] = []

    mutating func compare<Value: Equatable>(
        _ name: String, _ from: Value, _ to: Value, _ spell: (Value) -> String
    ) {
        if from != to { what.append("\(name) \(spell(from)) → \(spell(to))") }
    }
}

extension Point: CustomStringConvertible {
    /// Metres, `x 6.5 y 5.5`, with the storey where that is not the ground floor.
    public var description: String {
        let place = "x \(metresText(xMM)) y \(metresText(yMM))"
        return floor == 0 ? place : "\(place) floor \(floor)"
    }
}
