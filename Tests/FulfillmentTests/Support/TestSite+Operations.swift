import Domain
import Operations
import TestOperations

@testable import Fulfillment

/// Operations by their types, as `wms` calls them. Each crosses the wire both ways: its params are written as a client
/// writes them and read with the wire's own check, and its answer is read as a client reads it.
extension TestSite {
    /// Runs an operation that is to succeed; throws its refusal.
    ///
    /// - Parameter id: the command id, where a test repeats the command.
    @discardableResult
    func done<Asked: Operations.Operation>(_ operation: Asked, id: String? = nil) throws -> Asked.Result {
        try Asked.result(in: try done(Asked.declaration.name, operation.json, id: id))
    }

    /// The refusal of an operation, without the prompt around it; nil where it succeeded.
    func refusal<Asked: Operations.Operation>(_ operation: Asked, id: String? = nil) throws -> Refusal? {
        try refusal(Asked.declaration.name, operation.json, id: id)
    }

    /// What an operation answers that only reads.
    func read<Asked: Operations.Operation>(_ operation: Asked) throws -> Asked.Result {
        try Asked.result(in: try read(Asked.declaration.name, operation.json))
    }

    /// The command that an operation becomes, for who decides it by hand.
    static func command<Asked: Operations.Operation>(_ operation: Asked, id: String? = nil) throws -> Command
    {
        try command(Asked.declaration.name, operation.json, id: id).get()
    }
}

// MARK: What most tests ask

extension TestSite {
    func order(_ order: String) throws -> OrderGet.Result { try read(OrderGet(OrderID(order))) }

    func stage(of order: String) throws -> OrderStage { try self.order(order).summary.stage }

    func flags(of order: String) throws -> [OrderFlag] { try self.order(order).summary.flags }

    func available(_ sku: String) throws -> Int {
        try read(StockAvailable(SKUID(sku), in: "WH-NY")).available
    }

    func tours() throws -> [TourSummary] { try read(TourList(limit: 500)).tours }

    func tasks(kind: WorkKind? = nil, state: TaskState? = nil, limit: Int? = nil) throws -> [TaskSummary] {
        try read(TaskList(kind: kind, state: state, limit: limit)).tasks
    }

    func parcels(of order: String) throws -> [ParcelSummary] {
        try read(ParcelList(of: OrderID(order))).parcels
    }

    /// The numbers on the labels of an order's parcels.
    func codes(of order: String) throws -> [String] { try parcels(of: order).compactMap(\.sscc) }

    func labels() throws -> [LabelSummary] { try read(LabelList(limit: 500)).labels }

    /// The totes in a state, by number.
    func totes(_ state: ToteState) throws -> [ToteID] { try read(ToteList(state)).totes.map(\.tote) }
}
