import Foundation
import JSON
import Testing

@testable import Labels

/// Every symbology read back from its PNG by zxing-cpp, a reader that shares no code with the drawing.
@Suite struct SymbologyReadBackTests {
    static let python = ProcessInfo.processInfo.environment["WMS_TEST_PYTHON"] ?? "python3"
    static let hasReader = (try? run(["-c", "import zxingcpp, PIL"]).status) == 0

    static let cases: [(symbology: String, value: String, expected: String)] = [
        ("gs1-128", #"profile: logistic-unit, ais: {"00": "106141411234567897"}"#, "00106141411234567897"),
        ("code-128", "value: B-03-12", "B-03-12"),
        ("ean-13", #"value: "9521234543213""#, "9521234543213"),
        ("itf-14", #"value: "10614141000415""#, "10614141000415"),
        ("gs1-datamatrix", #"profile: trade-item, ais: {"01": "09506000134352", "10": LOT7}"#, "010950600013435210LOT7"),
        ("datamatrix", "value: TOTE-0007", "TOTE-0007"),
        ("qr", "value: 北京 10115", "北京 10115"),
        ("gs1-qr", #"profile: trade-item, ais: {"01": "09506000134352", "10": LOT7}"#, "010950600013435210LOT7"),
        ("digital-link-qr", #"profile: logistic-unit, ais: {"00": "106141411234567897"}"#, "https://id.gs1.org/00/106141411234567897"),
        ("pdf417", "value: TOTE-0007", "TOTE-0007"),
        ("aztec", "value: TOTE-0007", "TOTE-0007"),
        ("maxicode", "value: TOTE-0007", "TOTE-0007"),
    ]

    @Test(.enabled(if: hasReader, "zxing-cpp or pillow is not installed for python3"), arguments: cases.indices, HeadDPI.allCases)
    func readsBackByteForByte(_ index: Int, _ dpi: HeadDPI) throws {
        let (symbology, value, expected) = Self.cases[index]
        let template = try LabelTemplate(
            yaml: "{label: t, size: [100, 60], elements: [{barcode: \(symbology), \(value), at: [2, 2], size: [96, 56]}, {text: \"{{copy}}\", at: [0, 59], size: [1, 1], font_mm: 1, if: copy}]}",
            file: "t.yaml")
        let file = NSTemporaryDirectory() + "/\(UUID().uuidString).png"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(LabelRenderer().bitmap(template, data: [:], dpi: dpi).png()).write(to: URL(fileURLWithPath: file))
        let script = "import sys,zxingcpp;from PIL import Image;[sys.stdout.buffer.write(b.bytes) for b in zxingcpp.read_barcodes(Image.open(sys.argv[1]).convert('L'))]"
        let read = try Self.run(["-c", script, file]).output
        #expect(read.drop { $0 == 0x1D }.elementsEqual(expected.utf8), "\(symbology) at \(dpi)")
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, Array(output))
    }
}
