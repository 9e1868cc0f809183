import ArgumentParser

/// `wmsd config`: what the daemon would run with, and why.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Print every setting and where it comes from.")

    @OptionGroup var options: SettingsOptions

    func run() throws {
        do throws(SettingsError) {
            let lines = try options.settings().listing
            let width = lines.map { "\($0.path) = \($0.value)".count }.max() ?? 0
            for (path, value, origin) in lines {
                let setting = "\(path) = \(value)"
                print(setting + String(repeating: " ", count: width - setting.count) + "  # \(origin)")
            }
        } catch {
            printError("\(error)")
            throw ExitStatus.badSettings.code
        }
    }
}
