import Common
import Foundation
import JSON
import PrintedLabel
import Testing

@testable import Labels

/// Values from a seed in every symbology, read back by zxing-cpp: what is printed is what was asked for.
@Suite(.enabled(if: CodeReader.isThere, CodeReader.whyNot)) struct SymbologyFuzzTests {
    private static let rounds =
        4 * max(1, Int(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "") ?? 1)

    @Test(arguments: Symbology.allCases)
    func readsAsItWasWritten(_ symbology: Symbology) throws {
        var random = SplitMix64(seed: 11)
        let renderer = LabelRenderer()
        let template = try Self.template(symbology)
        var pictures: [(name: String, bytes: [UInt8])] = []
        var wanted: [[UInt8]] = []
        while pictures.count < Self.rounds {
            let (data, bytes) = Self.value(symbology, &random)
            let label = try renderer.bitmap(template, data: data, dpi: .d203)
            pictures.append(("label.pbm", try ZPLReader.picture(label.zpl()).pbm))
            wanted.append(bytes)
        }
        let read = try CodeReader.read(pictures)
        #expect(read.count == wanted.count)
        for (codes, bytes) in zip(read, wanted) {
            #expect(codes.map(\.bytes) == [bytes], "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private static func template(_ symbology: Symbology) throws -> LabelTemplate {
        let value =
            symbology.holdsElementStrings
            ? #"profile: trade-item, ais: {"01": "{{gtin}}", "10": "{{lot}}"}"# : #"value: "{{value}}""#
        let yaml = """
            {label: t, size: [180, 100], elements: [{barcode: \(symbology.rawValue), \(value), at: [2, 2], size: [176, 96]}]}
            """
        return try LabelTemplate(yaml: yaml, file: "t.yaml")
    }

    /// Data for the label, and what a reader must find.
    private static func value(_ symbology: Symbology, _ random: inout SplitMix64) -> (JSONValue, [UInt8]) {
        let digits = text(of: "0123456789", 12...13, &random)
        switch symbology {
        case .ean13, .itf14:
            let key = String(digits.prefix(12)) + (symbology == .itf14 ? "4" : "")
            let number = key + String(ElementStrings.checkDigit(key))
            return (["value": .string(number)], Array(number.utf8))
        case .gs1Code128, .gs1DataMatrix, .gs1QR, .digitalLinkQR:
            let key = "0" + digits.prefix(12)
            let gtin = key + String(ElementStrings.checkDigit(key))
            let lot = text(of: "0123456789ABCabc!\"%&'()*+,-./:;<=>?_", 1...12, &random)
            let data: JSONValue = ["gtin": .string(gtin), "lot": .string(lot)]
            if symbology != .digitalLinkQR { return (data, Array("01\(gtin)10\(lot)".utf8)) }
            let escaped = lot.utf8.map { byte in
                let isPlain =
                    byte.asciiDigit != nil || (0x41...0x5A).contains(byte & 0xDF) || "-._".utf8.contains(byte)
                return isPlain ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
            }
            return (data, Array("https://id.gs1.org/01/\(gtin)/10/\(escaped.joined())".utf8))
        case .code128:
            let value = text(of: (0x20..<0x7F).map { Character(Unicode.Scalar(UInt8($0))) }, 1...16, &random)
            return (["value": .string("a" + value)], Array(("a" + value).utf8))
        case .qr:
            let value = text(of: "0123ABab éßñç北京東ก٧\u{0}\u{1D}", 1...24, &random)
            return (["value": .string("a" + value)], Array(("a" + value).utf8))
        case .dataMatrix, .pdf417, .aztec, .maxicode:
            // Latin-1, which these hold without an ECI.
            let value = "a" + text(of: "0123ABab éßñçÄöÿ¿\u{0}\u{1D}", 1...24, &random)
            return (["value": .string(value)], value.unicodeScalars.map { UInt8($0.value) })
        }
    }

    private static func text(
        of signs: some Sequence<Character>, _ length: ClosedRange<Int>, _ random: inout SplitMix64
    ) -> String {
        let signs = Array(signs)
        return String(
            (0..<length.lowerBound + random.next(below: length.count)).map { _ in
                signs[random.next(below: signs.count)]
            }
        )
    }
}
