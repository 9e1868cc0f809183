import Cartonization
import Fulfillment
import JSON
import LineProtocol
import Yams

/// A settings file, read and checked: its values and the place of each.
struct SettingsFile {
    let values: JSONObject
    /// Where the value at a path such as `limits.connections` stands.
    let places: [String: Place]

    struct Place: Equatable {
        let line: Int
        let column: Int
    }

    /// - Throws: ``SettingsError/faults(_:)`` with every fault of the file.
    init(yaml: String, file: String) throws(SettingsError) {
        var reader = YAMLReader(file: file)
        let value = try reader.read(yaml)
        var check = ParamCheck()
        values = check.object(value, as: SettingsDeclaration.params)
        places = reader.places
        let faults =
            reader.faults + check.faults.map { reader.fault(at: $0.path, $0.description) }
            + Self.badGrants(values).map {
                reader.fault(at: $0, "\($0) must name one of uid, user, gid, group")
            }
        if faults.isEmpty, let fault = Self.packingFault(values) {
            throw .faults([reader.fault(at: "packing", "packing: \(fault)")])
        }
        if !faults.isEmpty {
            throw .faults(faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
    }

    /// Why parcels cannot be planned as the settings say.
    private static func packingFault(_ values: JSONObject) -> PackingError? {
        do throws(PackingError) { _ = try values["packing"].map(PackingSettings.init(json:)) } catch {
            return error
        }
        return nil
    }

    /// The paths of grants that do not name one user or one group.
    private static func badGrants(_ values: JSONObject) -> [String] {
        (values["roles"]?.array ?? []).enumerated().compactMap { index, grant in
            let named = ["uid", "user", "gid", "group"].filter { grant[$0] != nil }
            return named.count == 1 ? nil : "roles.\(index)"
        }
    }
}

/// Turns YAML into JSON as the declared types say, and remembers where every value stood.
private struct YAMLReader {
    let file: String
    private(set) var places: [String: SettingsFile.Place] = [:]
    private(set) var faults: [SettingsFault] = []

    init(file: String) { self.file = file }

    mutating func read(_ yaml: String) throws(SettingsError) -> JSONObject {
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch { throw .faults([fault(of: error)]) }
        guard let root, root != Node("") else { return [:] }
        places[""] = place(of: root)
        return value(root, as: .object(SettingsDeclaration.params), at: "").object ?? notAnObject(root)
    }

    private mutating func notAnObject(_ root: Node) -> JSONObject {
        let place = place(of: root)
        faults.append(
            SettingsFault(
                file: file, line: place.line, column: place.column,
                message: "the file must hold names with values"))
        return [:]
    }

    private mutating func value(_ node: Node, as type: ParamType?, at path: String) -> JSONValue {
        places[path] = place(of: node)
        switch node {
        case .mapping(let mapping):
            var object = JSONObject()
            for (key, member) in mapping {
                let name = key.string ?? ""
                let memberPath = path.isEmpty ? name : "\(path).\(name)"
                object[name] = value(member, as: type?.memberType(name), at: memberPath)
                if type?.memberType(name) == nil { places[memberPath] = place(of: key) }
            }
            return .object(object)
        case .sequence(let sequence):
            var elements: [JSONValue] = []
            for (index, element) in sequence.enumerated() {
                elements.append(value(element, as: type?.elementType, at: "\(path).\(index)"))
            }
            return .array(elements)
        case .scalar(let scalar): return self.scalar(scalar.string, as: type, at: path)
        case .alias: return .null
        }
    }

    /// The text as its type reads it; where it cannot be read so, the text itself, which the check then names.
    private func scalar(_ text: String, as type: ParamType?, at path: String) -> JSONValue {
        if text.isEmpty { return .null }
        guard let type, type.elementType == nil, type.members == nil else { return .string(text) }
        do throws(ParamFault) { return try type.value(ofWord: text, at: path) } catch { return .string(text) }
    }

    /// The fault of the value at `path`, or of the nearest one above it that stands in the file.
    func fault(at path: String, _ message: String) -> SettingsFault {
        var names = path.split(separator: ".").map(String.init)
        while places[names.joined(separator: ".")] == nil, !names.isEmpty { names.removeLast() }
        let place = places[names.joined(separator: ".")] ?? SettingsFile.Place(line: 1, column: 1)
        return SettingsFault(file: file, line: place.line, column: place.column, message: message)
    }

    private func fault(of error: any Error) -> SettingsFault {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            SettingsFault(file: file, line: mark.line, column: mark.column, message: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            SettingsFault(
                file: file, line: context.mark.line, column: context.mark.column,
                message: "\(duplicates.map(\.description).joined(separator: ", ")) stands twice")
        default: SettingsFault(file: file, line: 1, column: 1, message: "is no YAML: \(error)")
        }
    }

    private func place(of node: Node) -> SettingsFile.Place {
        SettingsFile.Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}

extension ParamType {
    /// The type of the member of this name, where this is an object.
    fileprivate func memberType(_ name: String) -> ParamType? {
        switch self {
        case .object(let params): params.first { $0.name == name }?.type
        case .map(let element): element
        default: nil
        }
    }

    fileprivate var elementType: ParamType? { if case .list(let element, _) = self { element } else { nil } }
}
