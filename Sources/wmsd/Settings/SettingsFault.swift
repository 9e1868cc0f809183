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

    var description: String {
        switch self {
        case .cannotRead(let path, let why): "\(path) cannot be read: \(why)"
        case .faults(let faults): faults.map(\.description).joined(separator: "\n")
        case .badArgument(let message): message
        }
    }
}
