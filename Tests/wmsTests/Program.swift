import Foundation

/// The program `wms`, as it was built beside the tests.
enum Program {
    struct End {
        let status: Int32
        let output: String
        let errors: String
    }

    static var path: String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("wms").path
    }

    /// Runs it to its end.
    ///
    /// What it reads and says goes through files: the end of a pipe would also be held by whatever another test starts
    /// meanwhile, and to write to a program that has ended already would end the tests.
    static func run(_ arguments: [String], input: String = "") throws -> End {
        let place = NSTemporaryDirectory() + "wms-run-" + UUID().uuidString
        let files = [place + ".in", place + ".out", place + ".err"]
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        for (file, text) in zip(files, [input, "", ""]) {
            try text.write(toFile: file, atomically: false, encoding: .utf8)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle(forReadingAtPath: files[0])
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        try process.run()
        process.waitUntilExit()
        return End(
            status: process.terminationStatus, output: try text(of: files[1]), errors: try text(of: files[2]))
    }

    private static func text(of file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    }
}
