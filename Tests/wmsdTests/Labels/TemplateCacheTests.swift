import Foundation
import Glibc
import Testing

@testable import wmsd

@Suite struct TemplateCacheTests {
    private let folder = NSTemporaryDirectory() + "templates-" + UUID().uuidString

    private static func yaml(_ name: String) -> String {
        "label: \(name)\nsize: [100, 50]\nelements:\n  - {text: \"{{tote}}\", at: [5, 5], size: [90, 20], font_mm: 5}\n"
    }

    private func write(_ yaml: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try yaml.write(toFile: folder + "/tote.yaml", atomically: true, encoding: .utf8)
    }

    @Test("A template that is missing or broken is a fault, and read again when it has been fixed or changed")
    func fixed() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shelf = TemplateCache(folder: folder)
        #expect(throws: DrawingFault.self) { try shelf.template("tote") }
        try write("label: tote\nsize: [100")
        #expect(throws: DrawingFault.self) { try shelf.template("tote") }
        try write(Self.yaml("first"))
        #expect(try shelf.template("tote").name == "first")
        try write(Self.yaml("other"))
        #expect(try shelf.template("tote").name == "other")
        unlink(folder + "/tote.yaml")
        do throws(DrawingFault) {
            _ = try shelf.template("tote")
            Issue.record("a template that is gone was found")
        } catch { #expect(error.description.contains(folder + "/tote.yaml")) }
    }
}
