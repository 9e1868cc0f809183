import ArgumentParser

/// How the process ends, in the words of sysexits(3); 64 for wrong usage is the argument parser's own.
enum ExitStatus: Int32 {
    case dataRefused = 65
    case cannotCreate = 73
    case syncFailed = 74
    case alreadyRunning = 75
    case badSettings = 78

    var code: ExitCode { ExitCode(rawValue) }
}

/// Why the daemon cannot start or go on, with the status that says so to whoever started it.
struct StartFault: Error, CustomStringConvertible {
    let status: ExitStatus
    let description: String

    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}
