import ArgumentParser
import Cartonization

extension ObjectiveProfile {
    static let names = allCases.map(\.rawValue).joined(separator: ", ")

    /// Reads the value of `--profile`.
    static func named(_ name: String) throws -> ObjectiveProfile {
        guard let profile = ObjectiveProfile(rawValue: name) else {
            throw ValidationError("--profile is \"\(name)\"; profiles are \(names)")
        }
        return profile
    }
}
