import Domain
import JSON

extension SKU {
    static let columns = """
        client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track, rotation, \
        shelf_life_days, units, packing
        """

    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            client: try columns.id(), id: try columns.id(), name: try columns.text(),
            size: try columns.sizeMM(),
            weightG: try columns.int(), storage: try columns.word(), hazard: try columns.text(),
            track: try columns.tracking(), rotation: try columns.word(),
            shelfLifeDays: try columns.optionalInt(),
            units: try columns.units(), packing: try columns.objectOrEmpty())
    }

    /// `lot,serial`: the words in the order of the alphabet.
    var trackText: String { track.columnText }

    var unitsText: String { units.columnText }
    var packingText: String { packing.columnText }
}

extension SKUPatch {
    /// As the columns of ``SKU`` after its key, with nothing where the patch says nothing; then the barcodes.
    init(_ columns: inout Columns) throws(Refusal) {
        let client: ClientID = try columns.id()
        self.init(try columns.id(), of: client)
        name = try columns.optionalText()
        size = try columns.optionalSizeMM()
        weightG = try columns.optionalInt()
        storage = try columns.optionalWord()
        hazard = try columns.optionalText()
        track = try columns.optionalTracking()
        rotation = try columns.optionalWord()
        shelfLifeDays = try columns.optionalInt()
        units = try columns.optionalUnits()
        packing = try columns.optionalObject()
        barcodes = try columns.optionalCodes()
    }
}

extension Set<Tracking> {
    var columnText: String { map(\.rawValue).sorted().joined(separator: ",") }
}

extension [StockUnit] {
    var columnText: String { isEmpty ? "[]" : JSONValue.array(map(\.json)).description }
}

extension JSONObject {
    var columnText: String { isEmpty ? "{}" : JSONValue.object(self).description }
}

extension [String] {
    /// A list as JSON.
    var columnText: String { JSONValue.array(map { .string($0) }).description }
}

extension Columns {
    mutating func sizeMM() throws(Refusal) -> SizeMM {
        SizeMM(length: try int(), width: try int(), height: try int())
    }

    mutating func optionalSizeMM() throws(Refusal) -> SizeMM? {
        let sides = [try optionalInt(), try optionalInt(), try optionalInt()].compactMap { $0 }
        if sides.isEmpty { return nil }
        guard sides.count == 3 else { throw unreadable("one side of three") }
        return SizeMM(length: sides[0], width: sides[1], height: sides[2])
    }

    fileprivate mutating func tracking() throws(Refusal) -> Set<Tracking> {
        let text = try text()
        return try tracking(in: text)
    }

    fileprivate mutating func optionalTracking() throws(Refusal) -> Set<Tracking>? {
        guard let text = try optionalText() else { return nil }
        return try tracking(in: text)
    }

    private func tracking(in text: String) throws(Refusal) -> Set<Tracking> {
        var words: Set<Tracking> = []
        for part in text.split(separator: ",") {
            guard let word = Tracking(rawValue: String(part)) else { throw unreadable("\"\(text)\"") }
            words.insert(word)
        }
        return words
    }

    fileprivate mutating func units() throws(Refusal) -> [StockUnit] {
        let text = try text()
        return try units(in: text)
    }

    fileprivate mutating func optionalUnits() throws(Refusal) -> [StockUnit]? {
        guard let text = try optionalText() else { return nil }
        return try units(in: text)
    }

    /// Most SKUs have none, which need not be parsed.
    private func units(in text: String) throws(Refusal) -> [StockUnit] {
        if text == "[]" { return [] }
        guard let list = (try? JSONValue(parsing: text))?.array else { throw unreadable("no list of units") }
        var units: [StockUnit] = []
        for value in list {
            guard let unit = StockUnit(json: value) else { throw unreadable("\(value), which is no unit") }
            units.append(unit)
        }
        return units
    }

    fileprivate mutating func objectOrEmpty() throws(Refusal) -> JSONObject {
        let text = try text()
        return try object(in: text)
    }

    fileprivate mutating func optionalObject() throws(Refusal) -> JSONObject? {
        guard let text = try optionalText() else { return nil }
        return try object(in: text)
    }

    private func object(in text: String) throws(Refusal) -> JSONObject {
        if text == "{}" { return JSONObject() }
        guard let object = (try? JSONValue(parsing: text))?.object else { throw unreadable("no JSON object") }
        return object
    }

    fileprivate mutating func optionalCodes() throws(Refusal) -> [String]? {
        guard let text = try optionalText() else { return nil }
        guard let codes = (try? JSONValue(parsing: text))?.texts else { throw unreadable("no list of codes") }
        return codes
    }
}

extension StockUnit {
    /// Nil where the text is not what ``json`` writes.
    init?(json value: JSONValue) {
        guard let name = value["unit"]?.string.flatMap(UnitName.init(rawValue:)),
            let quantity = value["qty"]?.int,
            quantity > 0
        else { return nil }
        let size = value["size_mm"]?.array.flatMap(SizeMM.init(sides:))
        let weightG = value["weight_g"]?.int
        guard (size == nil) == (value["size_mm"] == nil), (weightG == nil) == (value["weight_g"] == nil),
            let barcodes = (value["barcodes"] ?? []).texts
        else { return nil }
        self.init(name: name, quantity: quantity, size: size, weightG: weightG, barcodes: barcodes)
    }

    var json: JSONValue {
        var object: JSONObject = ["unit": .string(name.rawValue), "qty": .int(quantity)]
        if let size { object["size_mm"] = .array(size.sides.map { .int($0) }) }
        if let weightG { object["weight_g"] = .int(weightG) }
        if !barcodes.isEmpty { object["barcodes"] = .array(barcodes.map { .string($0) }) }
        return .object(object)
    }
}

extension SizeMM {
    fileprivate init?(sides: [JSONValue]) {
        guard sides.count == 3, let length = sides[0].int, let width = sides[1].int, let height = sides[2].int
        else { return nil }
        self.init(length: length, width: width, height: height)
    }
}

extension JSONValue {
    /// A list of texts; nil where it is no list, or something in it is no text.
    fileprivate var texts: [String]? {
        guard let list = array else { return nil }
        let texts = list.compactMap(\.string)
        return texts.count == list.count ? texts : nil
    }
}
