import Foundation
import Testing

@Suite struct ContentsTests {
    @Test func everyPageIsInTheContents() throws {
        let catalogue = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/LineProtocol/LineProtocol.docc")
        let contents = try String(
            contentsOf: catalogue.appendingPathComponent("LineProtocol.md"), encoding: .utf8)
        for file in try FileManager.default.contentsOfDirectory(atPath: catalogue.path)
        where file.hasSuffix(".md") {
            let name = file.dropLast(3)
            #expect(
                name == "LineProtocol" || contents.contains("<doc:\(name)>"), "\(name) is not in the contents"
            )
        }
    }
}
