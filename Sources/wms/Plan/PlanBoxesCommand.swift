import ArgumentParser
import Cartonization
import Foundation
import JSON

/// `wms plan boxes`: orders from standard input, packings to standard output.
struct PlanBoxesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boxes", abstract: "Choose boxes for orders and place every piece in them.",
        discussion: """
            Reads one order a line, {"id":"o1","items":[{"sku":"TEA","qty":4,"size_mm":[120,80,60],"weight_g":270}]}, \
            and answers one packing a line.
            """)

    @Option(help: ArgumentHelp("The box types: {\"boxes\":[{\"id\":\"S\",\"inner_mm\":[240,160,100]}]}.", valueName: "file"))
    var boxes: String

    @Option(help: "The least share of a piece's base that must be supported, 0 to 1; 0 switches the rule off.")
    var support = 0.75

    @Option(
        help: ArgumentHelp("What is wanted most: \(ObjectiveProfile.names).", valueName: "name"),
        transform: ObjectiveProfile.named)
    var profile = ObjectiveProfile.fewestParcels

    @Option(help: "Fixes every random choice.")
    var seed: UInt64 = 1

    @Option(help: "The most places to look at for one order.")
    var effort = Cartonizer.effortDefault

    func run() throws {
        let plan = try makePlan()
        var isGood = true
        while let line = readLine() {
            let (text, ok) = plan.answer(line: line)
            print(text)
            isGood = isGood && ok
        }
        if !isGood { throw ExitCode.failure }
    }

    private func makePlan() throws -> PlanBoxes {
        guard let text = FileManager.default.contents(atPath: boxes) else {
            throw ValidationError("cannot read the boxes file \(boxes)")
        }
        guard support.isFinite, (0...1).contains(support) else {
            throw ValidationError("--support is \(support); it is a share from 0 to 1")
        }
        do {
            let file = try BoxesFile(json: JSONValue(parsing: text))
            return PlanBoxes(
                try Cartonizer(
                    boxes: file.boxes, rules: PackingRules(supportShare: Int((support * 10_000).rounded())),
                    profile: profile, freight: file.freight, effort: effort, seed: seed))
        } catch {
            throw ValidationError("\(boxes): \(error)")
        }
    }
}
