import Testing

@testable import Labels

@Suite struct LabelTemplateTests {
    @Test func tellsEveryFaultWithItsPlace() {
        let yaml = """
            label: t
            size: [50, 30]
            elements:
              - {text: "{{a", at: [1, 1], size: [10, 5], font_mm: 3}
              - {barcode: gs1-128, value: x, at: [1, 8], size: [40, 20]}
              - {box: 1, at: [1, 1], size: [4, 4], colour: red}
            """
        let error = #expect(throws: LabelError.self) { try LabelTemplate(yaml: yaml, file: "t.yaml") }
        guard case .templateFaults(let faults) = error else { Issue.record("no faults"); return }
        #expect(faults.map(\.line) == [4, 5, 6])
    }

    @Test func anSSCCLabelMustTellItsReprints() {
        let yaml = """
            label: t
            size: [100, 50]
            elements:
              - {barcode: gs1-128, profile: logistic-unit, ais: {"00": "{{sscc}}"}, at: [1, 1], size: [98, 45]}
            """
        let error = #expect(throws: LabelError.self) { try LabelTemplate(yaml: yaml, file: "t.yaml") }
        #expect(error?.description.contains("COPY") == true)
    }
}
