public import JSON

/// What a task has to remember for its kind, such as the books at a count's first scan.
///
/// It is kept as a JSON object that has what differs from nothing:
///
///     WorkFacts(count: CountProgress(isBlind: true)).json    // {"blind":true}
public struct WorkFacts: Equatable, Sendable {
    /// How far a count has come.
    public var count: CountProgress
    /// The bins that were found full when the pieces of a put-back were brought there.
    public var binsFull: [BinCode]

    public init(count: CountProgress = CountProgress(), binsFull: [BinCode] = []) {
        self.count = count
        self.binsFull = binsFull
    }
}

extension WorkFacts {
    /// Members that are not known are passed over.
    ///
    /// - Returns: nil where a member is not what ``json`` writes.
    public init?(json: JSONObject) {
        guard let isBlind = json.flag("blind"), let isCovered = json.flag("covered"),
            let books = Self.list("books", of: json, GoodsCount.init(json:)),
            let first = Self.list("first", of: json, CountDifference.init(json:)),
            let held = Self.list("held", of: json, GoodsCount.init(json:)),
            let full = (json["full"] ?? .array([])).array
        else { return nil }
        binsFull = full.compactMap(\.string).map { BinCode($0) }
        if binsFull.count != full.count { return nil }
        count = CountProgress(
            isBlind: isBlind, books: json["books"] == nil ? nil : books, first: first, isCovered: isCovered,
            held: held)
    }

    /// The elements of a list, which is empty where it is left out; nil where one cannot be read.
    private static func list<Value>(
        _ name: String, of json: JSONObject, _ read: (JSONObject) -> Value?
    ) -> [Value]? {
        (json[name] ?? .array([])).array?.all(read)
    }

    public var json: JSONObject {
        var object = JSONObject()
        if count.isBlind { object["blind"] = true }
        if count.isCovered { object["covered"] = true }
        object["books"] = count.books.map { .array($0.map { .object($0.json) }) }
        if !count.first.isEmpty { object["first"] = .array(count.first.map { .object($0.json) }) }
        if !count.held.isEmpty { object["held"] = .array(count.held.map { .object($0.json) }) }
        if !binsFull.isEmpty { object["full"] = .array(binsFull.map { .string($0.text) }) }
        return object
    }
}
