import ArgumentParser
import Cartonization
import JSON

/// `wms plan range`: which box types to stock for a history of orders.
struct PlanRangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "range", abstract: "Advise which box types to stock for a history of orders.",
        discussion:
            "Answers one line a step, from all candidates down to those to keep, with what each would have cost."
    )

    @Option(help: ArgumentHelp("The history: one order a line, as for plan boxes.", valueName: "file"))
    var orders: String

    @Option(help: ArgumentHelp("The candidates, as for plan boxes.", valueName: "file"))
    var boxes: String

    @Option(help: "How many types to keep.")
    var keep: Int

    @Option(
        help: ArgumentHelp("What is wanted most: \(ObjectiveProfile.names).", valueName: "name"),
        transform: ObjectiveProfile.named)
    var profile = ObjectiveProfile.fewestParcels

    @Option(help: "The most places to try for one order.")
    var effort = 100_000

    @Option(help: "Fixes every random choice.")
    var seed: UInt64 = 1

    @Option(help: "The least share of a piece's base that must be supported, as for plan boxes.")
    var support: Double?

    func run() throws {
        let file = try BoxesFile.read(boxes, support: support)
        let range = BoxRange(
            orders: try readOrders(), candidates: file.boxes, rules: file.rules, profile: profile,
            freight: file.freight, effort: effort, seed: seed)
        do {
            let steps = try range.steps(keep: keep, progress: show)
            for step in steps { Terminal.print("\(JSONValue.object(step.json))") }
        } catch {
            throw InputFileError(description: "\(error)")
        }
    }

    /// On one line of standard error; orders as often as one more in a hundred is packed.
    private func show(_ progress: BoxRange.Progress) {
        switch progress {
        case .packed(let orders, let all):
            if orders == all || orders % max(1, all / 100) == 0 {
                show("packed \(orders) of \(all) orders", orders == all)
            }
        case .weighed(let types, let all): show("weighed \(types) of \(all) types", types == all)
        }
    }

    private func show(_ text: String, _ isLast: Bool) {
        Terminal.showProgress(text, isLast: isLast)
    }

    private func readOrders() throws -> [[Item]] {
        var history: [[Item]] = []
        for line in DataLines(try InputFile.bytes(of: orders)).filled {
            do { history.append(try Item.list(json: JSONValue(parsing: line.bytes)["items"])) } catch {
                throw InputFileError(description: "\(orders):\(line.number): \(error)")
            }
        }
        if history.isEmpty {
            throw InputFileError(description: "\(orders) has no order; give one a line")
        }
        return history
    }
}
