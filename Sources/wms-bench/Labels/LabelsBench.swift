import ArgumentParser
import Foundation
import LabelSpool
import Labels

/// `wms-bench labels`: shipping labels from data to printer bytes, into the synced spool, and beside public programs.
struct LabelsBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels",
        abstract: "Measure drawing, spooling and memory of shipping labels on one core.")

    @Option(help: "The folder with the templates.")
    var templates = "labels"

    @Option(help: "A folder on the disk to be measured; a spool is made in it and removed.")
    var disk = NSTemporaryDirectory()

    @Option(help: "Labels in each measurement.")
    var count = 2_000

    @Option(help: "Labels for the memory measurement; 0 leaves it out.")
    var soak = 100_000

    @Option(help: "A Python with reportlab in it.")
    var python = "python3"

    func run() throws {
        let file = templates + "/shipping-4x6.yaml"
        let template = try LabelTemplate(yaml: String(contentsOfFile: file, encoding: .utf8), file: file)
        let drawing = DrawingSpeed(template: template, count: count)
        for script in SampleParcels.Script.allCases { try drawing.report(script, dpi: .d203) }
        try drawing.report(.latin, dpi: .d300)
        let symbols = DrawingSpeed(template: try SymbolsAlone.template(), count: count)
        print(
            "draw, the label's two symbols alone, 203 dpi: \(Int(try symbols.labelsPerCPUSecond(.latin))) labels per CPU second"
        )
        try SpoolSpeed(template: template, count: count, disk: disk).report()
        if soak > 0 { try LabelMemory(template: template, count: soak).report() }
        try LabelPeers(
            python: python, labelsPerCPUSecond: drawing.labelsPerCPUSecond(.latin),
            symbolsPerCPUSecond: symbols.labelsPerCPUSecond(.latin)
        ).report()
    }
}
