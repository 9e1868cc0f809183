internal import Common

/// The named kinds of bin: `bin_types`.
struct BinTypes {
    private var traits: [String: BinTraits] = [:]
    private var names: [String] = []

    init(_ layout: Section) {
        guard let node = layout.node("bin_types") else { return }
        guard case .section(let members) = node.content else {
            layout.faults.add(node.mark, "bin_types is a section: SHELF: {size: [900, 600, 400]}")
            return
        }
        for (name, value) in members {
            if name.text.contains("..") {
                layout.faults.add(
                    name.mark, "a bin type has one name, not the range \(name.text): write it once for each")
            }
            names.append(name.text)
            let keys = Section.traitKeys.filter { $0 != "type" }
            guard let section = Section(value, "bin type", keys: keys, layout.faults) else { continue }
            traits[name.text] = section.ownTraits()
        }
    }

    /// What the type called `word` says; nothing, and a fault, where there is none.
    func traits(of word: Word, _ faults: FaultList) -> BinTraits {
        if let known = traits[word.text] { return known }
        if !names.contains(word.text) {
            let near = nearestWord(to: word.text, among: names).map { "did you mean \($0)?" }
            let fix = near ?? "add it to bin_types or give a size"
            faults.add(word.mark, "there is no bin type \"\(word.text)\": \(fix)")
        }
        return .withUnreadableSize
    }
}

extension Section {
    /// The keys by which an area, an aisle, a run, a level or a spot says what holds for its bins.
    static let traitKeys = [
        "type", "size", "max_weight", "lane", "role", "by", "temperature", "accepts", "access",
    ]

    /// What this section says itself, and then what the type says that it names.
    func traits(_ types: BinTypes) -> BinTraits {
        guard let type = word("type") else { return ownTraits() }
        return ownTraits().over(types.traits(of: type, faults))
    }

    func ownTraits() -> BinTraits {
        var traits = BinTraits()
        if has("size") { traits.sizeMM = edges("size") ?? BinTraits.withUnreadableSize.sizeMM }
        traits.maxWeightG = whole("max_weight", in: 1...LayoutLimits.weightG, unit: "grams")
        traits.lane = choice("lane", BinLane.self)
        traits.role = choice("role", BinRole.self)
        traits.reach = choice("by", BinReach.self)
        traits.temperature = word("temperature").map { $0.text.lowercased() }
        traits.accepts = words("accepts")?.map(\.text)
        traits.access = word("access")?.text
        return traits
    }
}

extension BinTraits {
    /// Traits whose size was said but could not be read: that is reported once, not again for every bin.
    fileprivate static var withUnreadableSize: BinTraits {
        var traits = BinTraits()
        traits.sizeMM = []
        return traits
    }
}
