import JSON
import WarehouseLayout

/// Why a line of a plan cannot be answered.
struct PlanFault: Error {
    let kind: String
    let message: String

    static func malformed(_ message: String) -> PlanFault { PlanFault(kind: "malformed", message: message) }
    static func unknown(_ message: String) -> PlanFault { PlanFault(kind: "unknown_place", message: message) }

    init(kind: String, message: String) {
        self.kind = kind
        self.message = message
    }

    /// - Parameter name: what the line calls a place.
    init(_ error: RoutingError, naming name: (PlaceID) -> String) {
        let kind =
            switch error {
            case .noWay, .noOrder: "no_way"
            case .notEnough: "not_enough"
            case .orderTooLarge: "order_too_large"
            case .needsBlockFloor: "needs_block_floor"
            case .unknownPlace, .noSuchStop: "unknown_place"
            case .distanceOutOfRange, .rowLength: "malformed"
            }
        self.init(kind: kind, message: error.description(naming: name))
    }

    /// The line that stands in the answer's place.
    func line(id: JSONValue) -> String {
        JSONValue.object(["id": id, "error": ["kind": .string(kind), "message": .string(message)]])
            .description
    }
}
