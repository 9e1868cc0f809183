import ArgumentParser
import Foundation
import Logging

/// `wmsd serve`: the daemon.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the line protocol until SIGTERM.",
        discussion: """
            Exit status: 0 after SIGTERM, 64 wrong usage, 65 data refused, 73 cannot create a file or folder, \
            74 the disk could not be synced, 75 already running, 78 wrong settings.
            """)

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        umask(0o077)
        let environment = ProcessInfo.processInfo.environment
        let log = JournalLog(environment: environment)
        let logger = Logger(label: "wmsd") { _ in log }
        do {
            let settings = try options.settings()
            try await Daemon.run(settings, environment: environment, logger: logger)
        } catch let error as SettingsError {
            printError("\(error)")
            throw ExitStatus.badSettings.code
        } catch let fault as StartFault {
            printError(fault.description)
            throw fault.status.code
        }
    }
}

/// Writes a line to standard error.
func printError(_ text: String) {
    // Where standard error is closed the daemon goes on.
    try? FileHandle.standardError.write(contentsOf: Data("wmsd: \(text)\n".utf8))
}
