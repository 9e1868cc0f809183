import Foundation
import Testing

/// The dialogues give values; words stand in the files of words alone, one a dialogue and language.
@Suite struct NoTextInRulesTests {
    private static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Fulfillment")

    private static func files() throws -> [URL] {
        let found = try #require(FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil))
        return found.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    @Test func `no prompt and no notice is written where it is decided`() throws {
        let files = try Self.files()
        #expect(files.count > 100)
        for file in files where !file.lastPathComponent.hasSuffix("Words+English.swift") {
            let source = try String(contentsOf: file, encoding: .utf8)
            for label in ["say:", "notice:"] {
                #expect(!Self.gives(source, textTo: label), "\(file.lastPathComponent), \(label)")
            }
        }
    }

    /// Whether a text in quotes follows a label, on its line or the next.
    private static func gives(_ source: String, textTo label: String) -> Bool {
        source.components(separatedBy: label).dropFirst().contains { rest in
            rest.first { !$0.isWhitespace } == "\""
        }
    }

    @Test func `a text after a label is found`() {
        #expect(Self.gives(#"Prompt(expect: .none, say: "Done")"#, textTo: "say:"))
        #expect(Self.gives("end(notice:\n    \"Done\")", textTo: "notice:"))
        #expect(!Self.gives(#"PickingPrompt(say: .bin(bin ?? ""))"#, textTo: "say:"))
    }
}
