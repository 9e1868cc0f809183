import JSON

/// The parameters of a command, read by name and type.
///
/// A parameter that is missing or of another type is refused by name and path; so a rule reads
/// `params.text("sku")` and goes on.
struct Params {
    let object: JSONObject
    /// Where this object stands in the command: `order.items[2].`, or empty at the top.
    let path: String

    init(_ object: JSONObject, path: String = "") {
        self.object = object
        self.path = path
    }

    func has(_ name: String) -> Bool { object[name].map { !$0.isNull } ?? false }

    func text(_ name: String) throws(Refusal) -> String {
        guard let text = try optionalText(name) else { throw missing(name) }
        return text
    }

    func optionalText(_ name: String) throws(Refusal) -> String? {
        guard let value = present(name) else { return nil }
        guard let text = value.string else { throw mistyped(name, "a text", value) }
        return text
    }

    func int(_ name: String) throws(Refusal) -> Int {
        guard let number = try optionalInt(name) else { throw missing(name) }
        return number
    }

    func optionalInt(_ name: String) throws(Refusal) -> Int? {
        guard let value = present(name) else { return nil }
        guard let number = value.int else { throw mistyped(name, "a whole number", value) }
        return number
    }

    /// A quantity, weight or length that must be at least `least` and stay within what the sums can hold.
    func count(_ name: String, least: Int = 1) throws(Refusal) -> Int {
        guard let number = try optionalCount(name, least: least) else { throw missing(name) }
        return number
    }

    func optionalCount(_ name: String, least: Int = 1) throws(Refusal) -> Int? {
        guard let number = try optionalInt(name) else { return nil }
        guard number >= least, number <= Limits.quantityMax else {
            throw .badParams(
                param: path + name, problem: "\(number) is not between \(least) and \(Limits.quantityMax)")
        }
        return number
    }

    func flag(_ name: String) throws(Refusal) -> Bool {
        guard let value = present(name) else { return false }
        guard let flag = value.bool else { throw mistyped(name, "true or false", value) }
        return flag
    }

    func nested(_ name: String) throws(Refusal) -> Params {
        guard let nested = try optionalNested(name) else { throw missing(name) }
        return nested
    }

    func optionalNested(_ name: String) throws(Refusal) -> Params? {
        guard let value = present(name) else { return nil }
        guard let object = value.object else { throw mistyped(name, "an object", value) }
        return Params(object, path: path + name + ".")
    }

    func list(_ name: String) throws(Refusal) -> [JSONValue] {
        guard let value = present(name) else { return [] }
        guard let list = value.array else { throw mistyped(name, "a list", value) }
        return list
    }

    /// The objects of a list, each knowing its place in it.
    func objects(_ name: String) throws(Refusal) -> [Params] {
        var objects: [Params] = []
        for (index, value) in try list(name).enumerated() {
            let place = "\(path)\(name)[\(index)]"
            guard let object = value.object else {
                throw .badParams(param: place, problem: "expected an object, found \(value.typeName)")
            }
            objects.append(Params(object, path: place + "."))
        }
        return objects
    }

    /// Three lengths in whole millimetres, each at least 1: `[length, width, height]`.
    func optionalSizeMM(_ name: String) throws(Refusal) -> (Int, Int, Int)? {
        guard let value = present(name) else { return nil }
        let lengths = value.array?.compactMap(\.int) ?? []
        guard lengths.count == 3, value.array?.count == 3,
            lengths.allSatisfy({ (1...Limits.sideMMMax).contains($0) })
        else {
            throw .badParams(
                param: path + name,
                problem: "expected three lengths in mm between 1 and \(Limits.sideMMMax), as in [240,160,100]"
            )
        }
        return (lengths[0], lengths[1], lengths[2])
    }

    func sizeMM(_ name: String) throws(Refusal) -> (Int, Int, Int) {
        guard let size = try optionalSizeMM(name) else { throw missing(name) }
        return size
    }

    func optionalDay(_ name: String) throws(Refusal) -> Day? {
        guard let text = try optionalText(name) else { return nil }
        guard let day = Day(text) else {
            throw .badParams(param: path + name, problem: "\"\(text)\" is not a day such as 2026-05-06")
        }
        return day
    }

    func optionalInstant(_ name: String) throws(Refusal) -> Instant? {
        guard let text = try optionalText(name) else { return nil }
        guard let instant = Instant(text) else {
            throw .badParams(
                param: path + name, problem: "\"\(text)\" is not a UTC time such as 2026-05-06T14:00:00Z")
        }
        return instant
    }

    /// An id: 1 to 64 printable characters.
    func id(_ name: String) throws(Refusal) -> String {
        guard let id = try optionalID(name) else { throw missing(name) }
        return id
    }

    func optionalID(_ name: String) throws(Refusal) -> String? {
        guard let text = try optionalText(name) else { return nil }
        let isPrintable = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
        guard (1...Limits.idCharactersMax).contains(text.count), isPrintable else {
            throw .badParams(
                param: path + name,
                problem: "an id has 1 to \(Limits.idCharactersMax) characters and no spaces")
        }
        return text
    }

    /// One of a closed set of words.
    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, default fallback: Word
    ) throws(Refusal) -> Word where Word.RawValue == String {
        guard let text = try optionalText(name) else { return fallback }
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badParams(param: path + name, problem: "\"\(text)\" is none of \(known)")
        }
        return word
    }

    private func present(_ name: String) -> JSONValue? {
        guard let value = object[name], !value.isNull else { return nil }
        return value
    }

    private func missing(_ name: String) -> Refusal { .badParams(param: path + name, problem: "is missing") }

    private func mistyped(_ name: String, _ wanted: String, _ value: JSONValue) -> Refusal {
        .badParams(param: path + name, problem: "expected \(wanted), found \(value.typeName)")
    }
}
