import Foundation
import Testing

/// Where `wms layout` tells the faults of a file.
struct LayoutFaultsTests {
    /// A picture or a difference that goes to a file must not become a list of faults.
    @Test(arguments: [("check", true), ("draw", false), ("load", false)])
    func `faults are the answer of check, and else an error`(command: String, isAnswer: Bool) throws {
        let file = NSTemporaryDirectory() + "layout-\(UUID().uuidString).yaml"
        try "warehouse: [1]\n".write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let end = try Program.run(["layout", command, file])
        #expect(end.status == 1)
        #expect((isAnswer ? end.output : end.errors).contains(file + ":"), "\(end)")
        #expect((isAnswer ? end.errors : end.output).isEmpty, "\(end)")
    }
}
