import JSON

/// Where an audit goes on: the rule's place in their order, then the key in it, with strokes between them.
///
///     AuditCursor(rule: 3, key: ["WH-NY", "", "PEN"]).text      // "3/WH-NY//PEN"
///
/// The text holds nothing that JSON would have to escape, and no stroke but those between the parts.
struct AuditCursor {
    let rule: Int
    /// Nil at the beginning of the rule.
    let key: [JSONValue]?

    private static let escapes: [(character: String, escape: String)] = [
        ("~", "~0"), ("/", "~1"), ("\"", "~2"), ("\\", "~3"),
    ]

    var text: String {
        ([String(rule)] + (key ?? []).map { Self.escaped($0.string ?? String($0.int ?? 0)) }).joined(
            separator: "/")
    }

    static func parts(of text: String) -> [String] {
        text.split(separator: "/", omittingEmptySubsequences: false).map { part in
            escapes.reversed().reduce(String(part)) { $0.replacing($1.escape, with: $1.character) }
        }
    }

    private static func escaped(_ part: String) -> String {
        escapes.reduce(part) { $0.replacing($1.character, with: $1.escape) }
    }
}
