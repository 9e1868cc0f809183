import ArgumentParser
import Common

/// `wmsd config`: what the daemon would run with, and why.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Print every setting and where it comes from.")

    @OptionGroup var options: SettingsOptions

    func run() throws {
        do throws(SettingsError) {
            let rows = try options.settings().listing.map { ["\($0.path) = \($0.value)", "# \($0.origin)"] }
            print(TextTable(alignments: [.left, .left], rows: rows).text)
        } catch {
            printError("\(error)")
            throw ExitStatus.badSettings.code
        }
    }
}
