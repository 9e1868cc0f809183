import Foundation

/// A shell command that takes one label on standard input, such as `lp -d zebra`.
///
/// Its exit status decides. 0: the label is taken. 75 (try again later, sysexits.h) and 126, 127 (the command could
/// not be run): it is not, and is sent again. Anything else, a signal too: nobody knows, and the last line that the
/// command wrote to standard error is the reason.
struct CommandPrinter: Printer {
    let command: String

    private static let mayTryAgain: Set<Int32> = [75, 126, 127]

    func deliver(
        _ bytes: [UInt8], willSend: () throws(FeedFault) -> Void, tell: (String) -> Void
    ) throws(FeedFault) -> Delivery {
        guard let input = Self.file(of: bytes) else {
            return .notTaken("there is no room for a temporary file")
        }
        try willSend()
        let complaints = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardInput = input
        process.standardError = complaints
        do { try process.run() } catch { return .notTaken("\(command) cannot be run: \(error)") }
        let text = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return outcome(of: process, saying: text)
    }

    /// A file without a name. A pipe would end the feeder where a command does not read all of it.
    private static func file(of bytes: [UInt8]) -> FileHandle? {
        guard let file = tmpfile() else { return nil }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else { return nil }
        let descriptor = dup(fileno(file))
        lseek(descriptor, 0, SEEK_SET)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private func outcome(of process: Process, saying text: String) -> Delivery {
        let lastLine = text.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
        let status = process.terminationStatus
        if process.terminationReason == .uncaughtSignal {
            return .unclear("\(command) was ended by signal \(status)\(lastLine)")
        }
        if status == 0 { return .taken }
        let reason = "\(command) ended with \(status)\(lastLine)"
        return Self.mayTryAgain.contains(status) ? .notTaken(reason) : .unclear(reason)
    }
}
