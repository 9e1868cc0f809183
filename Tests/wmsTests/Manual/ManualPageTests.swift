import Testing

@testable import wms

struct ManualPageTests {
    private var page: String { get throws { ManualPage(try ManualCommand.commands).text } }

    @Test func `every command has its section`() throws {
        let page = try page
        for command in [
            "wms call", "wms console", "wms layout load", "wms order explain", "wms import", "wms pick",
            "wms handover",
        ] {
            #expect(page.contains(".SS \(command)"), "\(command)")
        }
    }

    @Test func `the markup breaks no line twice`() throws {
        let lines = try page.split(separator: "\n")
        for (line, next) in zip(lines, lines.dropFirst()) where line == ".br" {
            #expect(!next.hasPrefix(" ") && !next.hasPrefix("."), "\(next)")
        }
    }

    @Test func `no line of text is taken for markup`() throws {
        let known = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".BR", ".br"]
        for line in try page.split(separator: "\n") where line.hasPrefix(".") {
            #expect(known.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
        }
    }
}
