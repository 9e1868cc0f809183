internal import Common
internal import Foundation

/// What a layout file says, entry by entry, before any of it is put on the floor.
struct LayoutFile {
    var warehouse = Word(text: "", mark: .top)
    var name = ""
    var timezone = "UTC"
    var walkSpeedMMPerS = 1_200
    var binName: BinNamePattern?
    var areas: [AreaEntry] = []
    var crossAisles: [CrossAisleEntry] = []
    var aisles: [AisleEntry] = []
    var spots: [SpotEntry] = []
    var stations: [StationEntry] = []
    var walkways: [WalkwayEntry] = []
    var carts: [CartEntry] = []
    var closures: [Word] = []
    /// False when an entry was left out for its faults, or a key misspelt: what it would have reached must not be
    /// blamed.
    var isWhole = true

    static let keys = [
        "warehouse", "name", "timezone", "walk_speed", "bin_name", "bin_types", "areas", "cross_aisles",
        "aisles",
        "spots", "stations", "walkways", "carts", "closed",
    ]

    init?(_ root: FileNode, _ faults: FaultList) {
        guard let section = Section(root, "the layout", keys: Self.keys, faults) else { return nil }
        isWhole = !section.hasMisspeltKeys
        readHead(section)
        let types = BinTypes(section)
        areas = entries("areas", in: section) { AreaEntry($0, types, faults) }
        crossAisles = entries("cross_aisles", in: section) { CrossAisleEntry($0, faults) }
        aisles = entries("aisles", in: section) { AisleEntry($0, types, faults) }
        spots = entries("spots", in: section) { SpotEntry($0, types, faults) }
        stations = entries("stations", in: section) { StationEntry($0, faults) }
        walkways = entries("walkways", in: section) { WalkwayEntry($0, faults) }
        carts = entries("carts", in: section) { CartEntry($0, faults) }
        closures = section.words("closed") ?? []
    }

    private mutating func readHead(_ section: Section) {
        if let id = section.singleID("WH-NY", .dashed, key: "warehouse") { warehouse = id }
        name = section.word("name")?.text ?? warehouse.text
        timezone = section.word("timezone").flatMap { section.timezone($0) } ?? "UTC"
        if let node = section.node("walk_speed"),
            let speed = section.thousandths(
                node, "walk_speed", unit: "metres a second", max: LayoutLimits.speedMMPerS)
        {
            if speed > 0 {
                walkSpeedMMPerS = speed
            } else {
                section.faults.add(node.mark, "walk_speed must be more than 0: 1.2 is a usual walk")
            }
        }
        binName = section.word("bin_name").flatMap { BinNamePattern($0, section.faults) }
    }

    private mutating func entries<Entry>(
        _ key: String, in section: Section, read: (FileNode) -> Entry?
    ) -> [Entry] {
        section.items(key).compactMap {
            let entry = read($0)
            if entry == nil { isWhole = false }
            return entry
        }
    }
}

extension Section {
    fileprivate func timezone(_ word: Word) -> String? {
        if TimeZone(identifier: word.text) != nil { return word.text }
        let near = nearestWord(to: word.text, among: TimeZone.knownTimeZoneIdentifiers).map {
            "did you mean \($0)?"
        }
        let fix = near ?? "write a name of the time zone database such as America/New_York"
        faults.add(word.mark, "there is no time zone \"\(word.text)\": \(fix)")
        return nil
    }
}
