import Fulfillment
import JSON
import LineProtocol

/// The settings of the daemon, with the origin of every value.
///
/// Precedence: an option of the command line, the settings file, systemd's variables, the defaults.
struct Settings {
    /// Checked and complete.
    let values: JSONObject
    /// Where the value at a path comes from: `/etc/wmsd/wmsd.yaml:4:12`, `--data`, `$STATE_DIRECTORY`, `default`.
    let origins: [String: String]
    let folders: Folders

    /// - Parameters:
    ///   - file: the settings file and its text; nil where there is none.
    ///   - data: what `--data` says.
    ///   - socket: what `--socket` says: the one socket instead of those of the file.
    init(
        file: (name: String, yaml: String)?, data: String?, socket: String?, folders: Folders
    ) throws(SettingsError) {
        var values = SettingsDeclaration.defaults(folders)
        var origins = ["data": folders.dataOrigin, "sockets.0.path": folders.runtimeOrigin]
        if let file {
            let read = try SettingsFile(yaml: file.yaml, file: file.name)
            values = values.overlaid(by: read.values)
            if let templates = read.values["labels"]?["templates"]?.string {
                let path = resolved(templates, below: folder(ofFile: file.name))
                values = values.overlaid(by: ["labels": ["templates": .string(path)]])
            }
            for (path, place) in read.places { origins[path] = "\(file.name):\(place.line):\(place.column)" }
        }
        if let data {
            values["data"] = .string(data)
            origins["data"] = "--data"
        }
        if let socket {
            values["sockets"] = [["path": .string(socket), "mode": "0660"]]
            origins = origins.filter { !$0.key.hasPrefix("sockets") }
            origins["sockets.0.path"] = "--socket"
        }
        self.values = values
        self.origins = origins
        self.folders = folders
    }

    /// Every value on a line with its path and its origin, in the order of the declaration.
    var listing: [(path: String, value: JSONValue, origin: String)] {
        Self.leaves(.object(values), at: "").map { ($0.path, $0.value, origins[$0.path] ?? "default") }
    }

    private static func leaves(_ value: JSONValue, at path: String) -> [(path: String, value: JSONValue)] {
        switch value {
        case .object(let object) where !object.isEmpty:
            object.members.flatMap { leaves($0.value, at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
        case .array(let elements) where elements.contains { $0.object != nil }:
            elements.enumerated().flatMap { leaves($0.element, at: "\(path).\($0.offset)") }
        default: [(path, value)]
        }
    }
}

extension JSONObject {
    /// These members with those of `over` on top; objects are laid over each other member by member.
    func overlaid(by over: JSONObject) -> JSONObject {
        var result = self
        for (key, value) in over.members {
            if let below = result[key]?.object, let above = value.object {
                result[key] = .object(below.overlaid(by: above))
            } else {
                result[key] = value
            }
        }
        return result
    }
}
