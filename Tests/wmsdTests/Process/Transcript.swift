import Foundation
import JSON
import Testing

/// A page of the protocol's documentation, played against a daemon: `> ` is sent, `< ` must come back.
///
/// Every fenced block is a connection of its own. In what must come back the text `…` stands for any value,
/// and a member named `…` for any further members.
struct Transcript: Sendable, CustomTestStringConvertible {
    enum Step: Equatable {
        case send(String)
        case expect(String)
    }

    let name: String
    let connections: [[Step]]

    var testDescription: String { name }

    init(page: URL) throws {
        name = page.deletingPathExtension().lastPathComponent
        let lines = try String(contentsOf: page, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        var connections: [[Step]] = []
        var block: [Step]?
        for line in lines {
            if line.hasPrefix("```") {
                if let block, !block.isEmpty { connections.append(block) }
                block = block == nil ? [] : nil
            } else if line.hasPrefix("<") {
                block?.append(.expect(String(line.dropFirst(2))))
            } else if line.hasPrefix(">") {
                block?.append(.send(String(line.dropFirst(2))))
            }
        }
        self.connections = connections
    }

    /// The pages that hold sessions.
    static let all: [Transcript] = {
        let catalogue = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/LineProtocol/LineProtocol.docc")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: catalogue.path)) ?? []
        return names.filter { $0.hasSuffix(".md") && $0 != "LineProtocol.md" }.sorted().compactMap { name in
            let transcript = try? Transcript(page: catalogue.appendingPathComponent(name))
            return transcript.flatMap { $0.connections.isEmpty ? nil : $0 }
        }
    }()

    /// Whether a line that came back is what was expected.
    static func matches(_ line: String, _ expected: String) throws -> Bool {
        matches(try JSONValue(parsing: line), try JSONValue(parsing: expected))
    }

    private static func matches(_ value: JSONValue, _ expected: JSONValue) -> Bool {
        if expected == "…" { return true }
        switch (value, expected) {
        case (.object(let object), .object(let wanted)):
            let isOpen = wanted["…"] != nil
            return (isOpen || object.count == wanted.count)
                && wanted.members.allSatisfy { key, inner in
                    key == "…" || object[key].map { matches($0, inner) } ?? false
                }
        case (.array(let elements), .array(let wanted)):
            return elements.count == wanted.count && zip(elements, wanted).allSatisfy(matches)
        default: return value == expected
        }
    }
}
