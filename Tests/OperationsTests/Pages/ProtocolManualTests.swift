import Testing

@testable import Operations

@Suite struct ProtocolManualTests {
    private let lines = ProtocolManual.text.split(separator: "\n", omittingEmptySubsequences: false)

    @Test func everyMethodHasItsSection() {
        let sections = lines.filter { $0.hasPrefix(".SS ") }.map { $0.dropFirst(4).prefix { $0 != " " } }
        #expect(sections.map(String.init) == Method.all.map(\.name))
    }

    @Test func noLineOfTextIsTakenForMarkup() {
        let known = [".TH", ".SH", ".SS", ".PP", ".TP", ".BR"]
        for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(known.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
        }
    }
}
