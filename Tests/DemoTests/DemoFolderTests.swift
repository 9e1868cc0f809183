import Foundation
import Testing

@testable import Demo

struct DemoFolderTests {
    @Test func `a label counts once it is where the printer takes it`() throws {
        let folder = try DemoFolder(keep: nil)
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let name = "000000000001-shipping-106141410000000019-r0.zpl"
        for place in ["tmp", "new"] {
            let files = folder.spool + "/zebra-1/" + place
            try FileManager.default.createDirectory(atPath: files, withIntermediateDirectories: true)
            try "^XA^XZ".write(toFile: "\(files)/\(name)", atomically: false, encoding: .utf8)
            #expect(folder.labelFiles.map(\.lastPathComponent) == (place == "tmp" ? [] : [name]))
        }
        #expect(folder.labelFiles.first?.path.contains("/new/") == true)
        #expect(folder.labelledKeys == ["106141410000000019"])
    }
}
