import Testing

@testable import wms

struct MethodsPageTests {
    private let page = MethodsPage(areas: Catalogue.areas, kinds: Catalogue.kinds).text

    @Test func `every method, every param and every error is on the page`() {
        for method in Catalogue.methods {
            #expect(page.contains(".SS \(method.name)\n"), "\(method.name)")
            for param in method.params { #expect(page.contains("\\fB\(param.name)\\fR (")) }
        }
        for kind in Catalogue.kinds { #expect(page.contains("\\fB\(kind.name)\\fR (")) }
        #expect(page.contains("\\fBorder.items.N.sku\\fR (id, needed)"))
    }

    @Test func `no line of text is taken for markup`() {
        let known = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".BR", ".br"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(known.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
        }
    }
}
