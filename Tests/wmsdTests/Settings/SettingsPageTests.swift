import Foundation
import Testing

@testable import wmsd

/// `WMS_WRITE_PAGES=1 swift test --filter SettingsPageTests` writes the page anew.
@Suite struct SettingsPageTests {
    @Test func thePageEqualsTheDeclaration() throws {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/wmsd/wmsd.docc/Settings.md")
        if ProcessInfo.processInfo.environment["WMS_WRITE_PAGES"] != nil {
            try SettingsPage.text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == SettingsPage.text)
    }
}
