import Foundation
import PrintedLabel
import Testing

/// The label that the daemon wrote, read by a program that knows nothing of it.
struct LabelReadBackTests {
    private static let zbarimg = ["/usr/bin/zbarimg", "/usr/local/bin/zbarimg"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        .enabled(if: DemoRunTests.isBuilt, "there is no wmsd with a demo beside the tests"),
        .enabled(if: zbarimg != nil, "zbarimg is not installed (Debian: zbar-tools)"))
    func `the order's label decodes to its SSCC`() throws {
        let folder = NSTemporaryDirectory() + "wmsd-label-test-\(UInt32.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (status, output) = try DemoRunTests.run(
            ["demo", "--keep", folder, "--shift", "1", "--pickers", "1", "--packers", "1"])
        try #require(status == 0, "\(output)")
        let spool = folder + "/spool/zebra-1/new"
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: spool).min())
        let sscc: Substring = try #require(name.split(separator: "-").first { $0.count == 18 })
        #expect(output.contains(sscc))

        let zpl = try Data(contentsOf: URL(fileURLWithPath: spool + "/" + name))
        let picture = try ZPLReader.picture(Array(zpl)).withMargin(32)
        try Data(picture.pbm).write(to: URL(fileURLWithPath: folder + "/label.pbm"))
        let codes = try DemoRunTests.run(
            ["--quiet", "--raw", "--nodbus", folder + "/label.pbm"],
            program: URL(fileURLWithPath: Self.zbarimg ?? ""))
        #expect(codes.output.contains("00\(sscc)\n"), "\(codes.output)")
        #expect(codes.output.contains("https://id.gs1.org/00/\(sscc)"), "\(codes.output)")
    }
}
