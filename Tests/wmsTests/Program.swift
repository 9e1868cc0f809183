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

    static func run(_ arguments: [String], input: String = "") throws -> End {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (read, written, errorPipe) = (Pipe(), Pipe(), Pipe())
        process.standardInput = read
        process.standardOutput = written
        process.standardError = errorPipe
        try process.run()
        read.fileHandleForWriting.write(Data(input.utf8))
        try read.fileHandleForWriting.close()
        let output = String(decoding: written.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let errors = String(decoding: errorPipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return End(status: process.terminationStatus, output: output, errors: errors)
    }
}
