import Foundation
import Testing

@testable import Operations

/// The document says what the code does: its method, error and event pages are those of the declarations.
///
/// `WMS_WRITE_PAGES=1 swift test --filter ProtocolPagesTests` writes them anew.
@Suite struct ProtocolPagesTests {
    static let pages = [
        ("Methods.md", ProtocolPages.methods), ("Errors.md", ProtocolPages.errors),
        ("Events.md", ProtocolPages.events),
    ]

    @Test(arguments: pages) func thePageEqualsTheDeclarations(name: String, text: String) throws {
        let file = Self.catalogue.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["WMS_WRITE_PAGES"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(
            written == text, "\(name) is not what the declarations say: write it anew with WMS_WRITE_PAGES=1")
    }

    @Test func everyPageIsInTheContents() throws {
        let contents = try String(
            contentsOf: Self.catalogue.appendingPathComponent("Operations.md"), encoding: .utf8)
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.catalogue.path)
        where file.hasSuffix(".md") {
            let name = file.dropLast(3)
            #expect(
                name == "Operations" || contents.contains("<doc:\(name)>"), "\(name) is not in the contents")
        }
    }

    @Test func everyRowOfATableHasThreeCells() {
        for (name, text) in Self.pages {
            for line in text.split(separator: "\n") where line.hasPrefix("|") {
                #expect(line.count { $0 == "|" } == 4, "\(name): \(line)")
            }
        }
    }

    private static let catalogue = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/Operations/Operations.docc")
}
