/// What is wrong in a settings file, and where.
struct SettingsFault: Error, Equatable, CustomStringConvertible {
    let file: String
    let line: Int
    let column: Int
    let message: String

    var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Why there are no settings.
enum SettingsError: Error, Equatable, CustomStringConvertible {
    case cannotRead(path: String, why: String)
    case faults([SettingsFault])
    case badArgument(String)
    /// There is no such folder of label templates.
    case noTemplates(folder: String, origin: String)

    var description: String {
        switch self {
        case .cannotRead(let path, let why): "\(path) cannot be read: \(why)"
        case .faults(let faults): faults.map(\.description).joined(separator: "\n")
        case .badArgument(let message): message
        case .noTemplates(let folder, let origin):
            "\(origin): labels.templates is \(folder), where there is no folder; leave it out for the templates that come "
                + "with wmsd, whose folder wmsd_wmsd.resources lies beside the program"
        }
    }
}
