import Domain
public import JSON

/// Builds params from names and texts, reading every text as the declared type of its param says.
///
/// Dots go into objects and lists: `order.items.0.sku=WATER-5L`. A list of plain values is written with
/// commas, or as JSON, as an object may be: `size_mm=400,300,200`, `ship='{"carrier":"X"}'`.
/// The result must still be checked by the method, which knows what is missing and what is out of range.
public struct WordReader {
    public private(set) var params = JSONObject()
    public private(set) var faults: [ParamFault] = []
    private let declared: [Param]

    public init(_ declared: [Param]) { self.declared = declared }

    /// Reads one word of a line.
    public mutating func read(_ word: Word) {
        guard let value = word.value else {
            faults.append(ParamFault(word.name, whatIsMissing(at: word.name)))
            return
        }
        read(word.name, value)
    }

    /// What a word without `=` lacks: its value, or the name of the param that it is a value of.
    private func whatIsMissing(at word: String) -> String {
        if declared.contains(where: { $0.name == word }) { return "has no value: write \(word)=…" }
        let fitting = declared.filter { param in
            if case .choice(let words) = param.type { words.contains(word) } else { false }
        }
        let names = fitting.isEmpty ? ["name"] : fitting.map(\.name)
        return "has no name: write \(names.map { "\($0)=\(word)" }.joined(separator: " or "))"
    }

    /// Reads `text` as the value of the param at `path`.
    public mutating func read(_ path: String, _ text: String) {
        let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        do throws(ParamFault) {
            let value = try placed(
                text, at: names[...], below: "", in: .object(params), as: .object(declared))
            if let object = value.object { params = object }
        } catch {
            faults.append(error)
        }
    }

    /// `current` with the text put at the place that `names` lead to.
    private func placed(
        _ text: String, at names: ArraySlice<String>, below path: String, in current: JSONValue?,
        as type: ParamType
    ) throws(ParamFault) -> JSONValue {
        guard let name = names.first else {
            if current != nil { throw ParamFault(path, "stands twice") }
            return try type.value(ofWord: text, at: path)
        }
        let place = joined(path, name)
        let rest = names.dropFirst()
        switch type {
        case .object(let params):
            guard let param = params.first(where: { $0.name == name }) else {
                throw .unknown(name, at: path, among: params.map(\.name))
            }
            return try member(text, name, rest, place, current, param.type)
        case .map(let element): return try member(text, name, rest, place, current, element)
        case .untouched:
            return try member(text, name, rest, place, current, rest.isEmpty ? .note : .untouched)
        case .list(let element, let max):
            return try self.element(text, name, rest, place, current, element, max)
        default: throw ParamFault(path, "is \(type) and has no \(name)")
        }
    }

    private func member(
        _ text: String, _ name: String, _ rest: ArraySlice<String>, _ place: String, _ current: JSONValue?,
        _ type: ParamType
    ) throws(ParamFault) -> JSONValue {
        var object = current?.object ?? [:]
        object[name] = try placed(text, at: rest, below: place, in: object[name], as: type)
        return .object(object)
    }

    private func element(
        _ text: String, _ name: String, _ rest: ArraySlice<String>, _ place: String, _ current: JSONValue?,
        _ type: ParamType, _ max: Int
    ) throws(ParamFault) -> JSONValue {
        var elements = current?.array ?? []
        guard let index = Int(name), (0...elements.count).contains(index), index < max else {
            throw ParamFault(place, "is no place in the list: they are numbered from 0 without a gap")
        }
        let old = index < elements.count ? elements[index] : nil
        let new = try placed(text, at: rest, below: place, in: old, as: type)
        if old == nil { elements.append(new) } else { elements[index] = new }
        return .array(elements)
    }
}

extension ParamType {
    /// A text as a value of this type: the declared type decides, never the look.
    ///
    /// Whether a text is right for its type is left to ``ParamCheck``.
    public func value(ofWord text: String, at path: String) throws(ParamFault) -> JSONValue {
        switch self {
        case .text, .id, .digits, .code, .codeOrNumber, .sequence, .commandID, .money, .time, .date, .choice:
            return .string(text)
        case .choiceOrList(let words, let others):
            return words.contains(text)
                ? .string(text) : try ParamType.choice(others).list(ofWord: text, at: path)
        case .whole:
            guard let number = Int(text) else { throw ParamFault(path, "is \"\(text)\": give a \(self)") }
            return .int(number)
        case .decimal:
            guard let number = Double(text), number.isFinite else {
                throw ParamFault(path, "is \"\(text)\": give a \(self)")
            }
            return .double(number)
        case .flag:
            switch text {
            case "true", "yes": return true
            case "false", "no": return false
            default: throw ParamFault(path, "is \"\(text)\": give true or false")
            }
        case .sizeMM: return try Self.whole(1...Limits.sideMMMax).list(ofWord: text, at: path)
        case .list(let element, _): return try element.list(ofWord: text, at: path)
        case .object, .map, .untouched: return try Self.json(text, at: path)
        }
    }

    private func list(ofWord text: String, at path: String) throws(ParamFault) -> JSONValue {
        if text.first == "[" { return try Self.json(text, at: path) }
        if members != nil { throw ParamFault(path, "must be JSON, or be written as \(path).0.name=…") }
        var elements: [JSONValue] = []
        for (index, part) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
            elements.append(try value(ofWord: String(part), at: joined(path, String(index))))
        }
        return .array(elements)
    }

    private static func json(_ text: String, at path: String) throws(ParamFault) -> JSONValue {
        do throws(JSONFault) { return try JSONValue(parsing: text) } catch {
            throw ParamFault(path, "is no JSON: \(error)")
        }
    }
}
