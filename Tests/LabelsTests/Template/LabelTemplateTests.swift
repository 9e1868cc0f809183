import Foundation
import JSON
import Testing

@testable import Labels

@Suite struct LabelTemplateTests {
    /// Elements with a fault, where it stands, and what is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let elements: String
        /// What the fault stands at, as it is written in the file.
        let place: String
        let words: String
        var testDescription: String { elements }

        init(_ elements: String, at place: String = "{", _ words: String) {
            self.elements = elements
            self.place = place
            self.words = words
        }
    }

    @Test(arguments: wellFormed + rules)
    func reportsTheFaultAndItsPlace(_ wanted: Case) throws {
        let yaml = "label: t\nsize: [100, 100]\nelements:\n  \(wanted.elements)\n"
        let faults = faults(of: yaml)
        let elements = try #require(yaml.range(of: "elements:\n"))
        #expect(faults.count == 1, "\(faults)")
        let fault = try #require(faults.first)
        #expect(fault.message.contains(wanted.words), "\(fault.message)")
        let before = try #require(yaml.range(of: wanted.place, range: elements.upperBound..<yaml.endIndex))
            .lowerBound
        let lines = yaml[..<before].split(separator: "\n", omittingEmptySubsequences: false)
        #expect(fault.file == "t.yaml")
        #expect(fault.line == lines.count)
        #expect(fault.column == (lines.last?.count ?? 0) + 1)
    }

    @Test(arguments: [
        ("", "the file is empty"), ("label: t", #""size" is missing"#), ("label: [", "not YAML"),
        ("- a", "must be a mapping"),
        ("label: t\nsize: [100, 100]\nelements: []\nlabel: u\n", "stands twice"),
        ("label: t\nsize: [1, 100]\nelements: []", "from 5 to 500"),
        ("label: t\nsize: [50, 50]\nelements: {}", "must be a list"),
        ("label: t\nsize: [50, 50]\nelements: []", #""elements" is empty"#),
        ("label: t\nsize: [50, 50]\nfont: NoSuchFont\nelements: []", "is installed"),
        ("label: t\nsize: [50, 50]\nfields: [a: b]\nelements: []", "a list of the words that it may be"),
        ("label: t\nsize: [50, 50]\nfields: a\nelements: []", #""fields" must be a list"#),
    ])
    func saysWhatIsWrongWithTheFile(_ yaml: String, _ words: String) {
        let faults = faults(of: yaml)
        #expect(faults.contains { $0.message.contains(words) }, "\(faults)")
    }

    @Test func reportsEveryFaultInTheirOrder() {
        let faults = faults(
            of: """
                label: t
                size: [50, 30]
                elements:
                  - {text: "{{a", at: [1, 1], size: [10, 5], font_mm: 3}
                  - {barcode: gs1-128, value: x, at: [1, 8], size: [40, 20]}
                  - {box: 1, at: [1, 1], size: [4, 4], colour: red}
                """)
        #expect(faults.map(\.line) == [4, 5, 6])
    }

    @Test func elementsThatNeverMeetMayShareAPlace() throws {
        _ = try LabelTemplate(
            yaml: """
                label: t
                size: [50, 30]
                elements:
                  - {barcode: qr, value: "{{a}}", at: [1, 1], size: [28, 28], if: a}
                  - {text: none, at: [1, 1], size: [28, 28], font_mm: 3, if: not a}
                  - {text: b, at: [30, 1], size: [10, 10], font_mm: 3, if: kind = b}
                  - {barcode: qr, value: "{{a}}", at: [30, 1], size: [20, 20], if: kind = c}
                """, file: "t.yaml")
    }

    @Test func whatCountsTheRestStandsInsteadOfTheLastRow() throws {
        _ = try LabelTemplate(
            yaml: """
                label: t
                size: [50, 60]
                elements:
                  - repeat: items
                    step: [0, 30]
                    most: 2
                    elements: [{barcode: qr, value: "{{sku}}", at: [0, 0], size: [30, 30]}]
                    rest: [{text: "+ {{rest}}", at: [0, 0], size: [30, 30], font_mm: 5}]
                """, file: "t.yaml")
    }

    @Test func rowsWithinRowsAreBounded() {
        let inner = "{repeat: b, step: [0, 0], most: 200, elements: [{box: 1, at: [0, 0], size: [1, 1]}]}"
        let faults = faults(
            of:
                "label: t\nsize: [50, 50]\nelements: [{repeat: a, step: [0, 0], most: 200, elements: [\(inner)]}]"
        )
        #expect(faults.map(\.message).first?.contains("can hold 40000 elements") == true)
    }

    /// Ten lines of aliases can stand for more elements than there is memory.
    @Test(arguments: [
        "- &NEXT {group: [LAST,LAST,LAST,LAST,LAST,LAST,LAST,LAST,LAST]}", "- &NEXT {? LAST : LAST}",
    ])
    func aliasesDoNotUnfoldWithoutEnd(_ line: String) {
        let letters = "abcdefghijkl".map(String.init)
        let lines = zip(letters, letters.dropFirst()).map { last, next in
            line.replacing("NEXT", with: "_" + next).replacing("LAST", with: "*_" + last)
        }
        let yaml =
            "label: t\nsize: [50, 50]\nelements:\n- &_a {box: 1, at: [1, 1], size: [5, 5]}\n"
            + lines.joined(separator: "\n")
        let faults = faults(of: yaml)
        #expect(faults.map(\.message).first?.contains("more than 8 aliases") == true)
        #expect(faults.first.map { $0.line > 4 } == true)
    }

    @Test func aPartMayComeAgain() throws {
        let yaml =
            "{label: t, size: [50, 50], elements: [&a {text: \"2 *x *y\", at: [0, 0], size: [50, 5], font_mm: 3}, *a]}"
        _ = try LabelTemplate(yaml: yaml, file: "t.yaml")
    }

    @Test(arguments: [("chek", "check"), ("wieght", "weight"), ("nmae", "name"), ("colour", nil)])
    func aKeyThatNoFieldTakesIsASlip(_ key: String, _ nearest: String?) throws {
        let yaml =
            "{label: t, size: [50, 30], elements: [{text: \"{{check}} {{weight}}\", at: [0, 0], size: [50, 5], font_mm: 3, if: name}]}"
        let template = try LabelTemplate(yaml: yaml, file: "t.yaml")
        try template.checkKeys(of: ["check": "1", "name": "a"])
        #expect(
            throws: LabelError.unknownKey(
                key, template: "t", nearest: nearest, known: ["name", "check", "weight"])
        ) {
            try template.checkKeys(of: ["check": "1", key: "x"])
        }
    }

    @Test func aTemplateUsesTheFieldsThatItDeclares() throws {
        let yaml = """
            label: t
            size: [50, 30]
            fields: [ship_to, order_id, items.sku]
            elements:
              - {text: "{{ship_to.name}} {{oder_id}}", at: [0, 0], size: [50, 5], font_mm: 3}
              - {text: a, at: [0, 5], size: [50, 5], font_mm: 3, if: driver}
              - repeat: items
                step: [0, 5]
                most: 2
                elements:
                  - {text: "{{number}} {{sku}} {{order_id}}", at: [0, 10], size: [50, 5], font_mm: 3}
                  - {text: "{{sky}}", at: [0, 10], size: [50, 5], font_mm: 3}
            """
        let faults = faults(of: yaml)
        #expect(faults.map(\.line) == [5, 6, 12])
        #expect(faults.first?.message.contains(#"uses "oder_id", which "fields" does not name"#) == true)
    }

    private func faults(of yaml: String) -> [TemplateFault] {
        do throws(LabelError) {
            _ = try LabelTemplate(yaml: yaml, file: "t.yaml")
            return []
        } catch {
            if case .templateFaults(let faults) = error { return faults }
            return []
        }
    }
}
