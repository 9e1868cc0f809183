import Domain
import WarehouseLayout

/// A layout that a request brings, compiled: outside the decider, since that takes a good part of a second where the
/// building is large and needs no database.
public struct PreparedLayout: Sendable {
    private let compiled: Result<(floor: Floor, warnings: [String]), Refusal>

    public init(yaml: String) {
        do throws(LayoutError) {
            let floor = Floor(try Layout(yaml: yaml, file: "layout"), revision: 0)
            let warnings = LayoutWarnings(floor.layout, floor.reach).sentences
            compiled = .success((floor: floor, warnings: warnings))
        } catch { compiled = .failure(.layoutFaults(error.faultLines)) }
    }

    /// The floor, which is of no revision yet, and what is rarely meant in it.
    ///
    /// - Throws: all faults of the text.
    func get() throws(Refusal) -> (floor: Floor, warnings: [String]) { try compiled.get() }
}

extension LayoutError {
    /// Each fault as a line for a person: file, line, column, what is wrong and the fix.
    var faultLines: [String] {
        switch self {
        case .faults(let faults): faults.map(\.description)
        }
    }
}
