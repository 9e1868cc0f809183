import JSON
import LineProtocol
import Operations

/// Shows the daemon's times as the clock on the wall of the warehouse does.
///
/// The zones are asked for when the first time is to be shown. An object that names its `warehouse`, and an event
/// by its `source`, is shown in the zone of that one, with all it holds.
final class WarehouseTimes {
    private let line: any Line
    private var zones: WarehouseZones?

    init(over line: any Line) { self.line = line }

    func local(_ value: JSONValue) -> JSONValue { local(value, warehouse: nil) }

    func local(_ object: JSONObject) -> JSONObject { local(.object(object)).object ?? object }

    /// A text that names no warehouse.
    func local(_ text: String) -> String { local(.string(text)).string ?? text }

    func local(_ error: LineError) -> LineError {
        LineError(code: error.code, message: local(error.message), data: local(error.data))
    }

    /// A layout has been loaded: its zone may be another one.
    func forgetZones() { zones = nil }

    private func local(_ value: JSONValue, warehouse: String?) -> JSONValue {
        switch value {
        case .string(let text) where WarehouseZones.holdsTime(text):
            .string(knownZones().local(text, warehouse: warehouse))
        case .array(let elements): .array(elements.map { local($0, warehouse: warehouse) })
        case .object(let object):
            .object(object.mapValues { local($0, warehouse: Self.warehouse(of: object) ?? warehouse) })
        default: value
        }
    }

    private static func warehouse(of object: JSONObject) -> String? {
        if let warehouse = object["warehouse"]?.string { return warehouse }
        guard let source = object["source"]?.string, source.hasPrefix(eventSource) else { return nil }
        return String(source.dropFirst(eventSource.count))
    }

    private static let eventSource = "wmsd/"

    /// Without the daemon's answer times are shown in UTC, and the next ones are asked for again.
    private func knownZones() -> WarehouseZones {
        if let zones { return zones }
        guard let names = try? zoneNames() else { return WarehouseZones([:]) }
        let read = WarehouseZones(names)
        zones = read
        return read
    }

    private func zoneNames() throws(ClientError) -> [String: String] {
        let layouts = try line.all(Operations.LayoutList())
        return Dictionary(
            layouts.map { ($0.warehouse.text, $0.timezone) }, uniquingKeysWith: { first, _ in first })
    }
}
