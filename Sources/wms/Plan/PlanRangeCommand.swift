import ArgumentParser
import Cartonization
import Foundation
import JSON

/// `wms plan range`: which box types to stock for a history of orders.
struct PlanRangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "range", abstract: "Advise which box types to stock for a history of orders.",
        discussion: "Answers one line a step, from all candidates down to those to keep, with what each would have cost.")

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

    @Option(help: "The most places to look at for one order.")
    var effort = 100_000

    @Option(help: "Fixes every random choice.")
    var seed: UInt64 = 1

    func run() throws {
        do {
            let file = try BoxesFile(json: JSONValue(parsing: read(boxes)))
            let range = BoxRange(
                orders: try readOrders(), candidates: file.boxes, rules: file.rules, profile: profile, freight: file.freight,
                effort: effort, seed: seed)
            let steps = try range.steps(keep: keep) { done, all in
                Terminal.report("\rweighed \(done) of \(all)\(done == all ? "\n" : "")")
            }
            for step in steps { print(JSONValue.object(step.json)) }
        } catch let error as PackingError {
            throw ValidationError("\(error)")
        }
    }

    private func readOrders() throws -> [[Item]] {
        try read(orders).split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
            do {
                return try Item.list(json: JSONValue(parsing: line)["items"])
            } catch {
                throw ValidationError("\(orders):\(number + 1): \(error)")
            }
        }
    }

    private func read(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("cannot read \(path)")
        }
        return data
    }
}
