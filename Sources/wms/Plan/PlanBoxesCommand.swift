import ArgumentParser
import Cartonization
import JSON

/// `wms plan boxes`: orders from standard input, packings to standard output.
struct PlanBoxesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boxes", abstract: "Choose boxes for orders and place every piece in them.",
        discussion: """
            Reads one order a line, {"id":"o1","items":[{"sku":"TEA","qty":4,"size_mm":[120,80,60],"weight_g":270}]}, \
            and answers one packing a line. --draw writes a picture of each parcel and of each of its layers.
            """)

    @Option(
        help: ArgumentHelp(
            "The box types: {\"boxes\":[{\"id\":\"S\",\"inner_mm\":[240,160,100]}]}.", valueName: "file"))
    var boxes: String

    @Option(
        help: """
            The least share of a piece's base that must be supported, 0 to 1; 0 switches the rule off. The boxes \
            file may say so too; 0.75 otherwise.
            """)
    var support: Double?

    @Option(
        help: ArgumentHelp("What is wanted most: \(ObjectiveProfile.names).", valueName: "name"),
        transform: ObjectiveProfile.named)
    var profile = ObjectiveProfile.fewestParcels

    @Option(help: "Fixes every random choice.")
    var seed: UInt64 = 1

    @Option(help: "The most places to try for one order.")
    var effort = Cartonizer.effortDefault

    @Option(help: "How many ways to pack each order to answer with.")
    var alternatives = 1

    @Option(
        name: .customLong("budget-ms"),
        help: ArgumentHelp(
            "A deadline: the longest that one order may take. Answers that it cuts say so.", valueName: "ms"))
    var budgetMS: Int?

    @Option(
        help: ArgumentHelp(
            "A folder for pictures of the parcels, named by order and parcel.", valueName: "dir"),
        completion: .directory)
    var draw: String?

    @Option(name: .customLong("draw-format"), help: "svg or png.")
    var drawFormat = PictureFile.Format.svg

    func validate() throws {
        try PlanOption.check("--alternatives", alternatives, 1...3)
        if let budgetMS { try PlanOption.check("--budget-ms", budgetMS, 1...3_600_000) }
    }

    func run() throws {
        let file = try BoxesFile.read(boxes, support: support)
        let plan = try makePlan(file)
        let pictures = try draw.map { try ParcelPictures(folder: $0, format: drawFormat, boxes: file.boxes) }
        var isGood = true
        for line in InputLines() {
            let (text, ok) = plan.answer(line: line)
            Terminal.print(text)
            if ok, let pictures { try pictures.draw(answer: JSONValue(parsing: text)) }
            isGood = isGood && ok
        }
        if !isGood { throw ExitCode.failure }
    }

    private func makePlan(_ file: BoxesFile) throws -> PlanBoxes {
        do {
            return PlanBoxes(
                try Cartonizer(
                    boxes: file.boxes, rules: file.rules, profile: profile, freight: file.freight,
                    effort: effort, seed: seed, cache: AnswerCache()),
                alternatives: alternatives, budget: budgetMS.map { .milliseconds($0) })
        } catch {
            throw InputFileError(description: "\(boxes): \(error)")
        }
    }
}

extension PictureFile.Format: ExpressibleByArgument {}
