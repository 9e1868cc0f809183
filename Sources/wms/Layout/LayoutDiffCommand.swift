import ArgumentParser
import WarehouseLayout

/// `wms layout diff OLD NEW`: what a revision does to the bins.
struct LayoutDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what a new layout does to the bins of an old one; needs no daemon.",
        discussion: "Bins are listed up to --limit of a kind. The exit status is 0 whatever differs.")

    @Argument(help: "The layout as it was.", completion: .file(extensions: ["yaml", "yml"]))
    var old: String

    @Argument(help: "The layout as it will be.", completion: .file(extensions: ["yaml", "yml"]))
    var new: String

    @Option(help: "How many bins of a kind to list.")
    var limit = 20

    func run() throws {
        let difference = try Layout.read(file: new).difference(from: Layout.read(file: old))
        if difference.isEmpty {
            print("no bin is added, removed, moved or changed")
            return
        }
        list("added", difference.added) { "\($0)" }
        list("removed", difference.removed) { "\($0)" }
        list("moved", difference.moved) { "\($0.address)  \(spelled($0.from)) → \(spelled($0.to))" }
        list("changed", difference.changed) { "\($0.address)  \($0.what.joined(separator: "; "))" }
    }

    private func list<Element>(_ kind: String, _ elements: [Element], _ spell: (Element) -> String) {
        if elements.isEmpty { return }
        print("\(kind): \(elements.count)")
        for element in elements.prefix(limit) { print("  \(spell(element))") }
        if elements.count > limit { print("  and \(elements.count - limit) more") }
    }

    /// A point in metres, `x 6.5 y 5.5`, with its storey where that is not the ground floor.
    private func spelled(_ point: Point) -> String {
        let place = "x \(Double(point.xMM) / 1000) y \(Double(point.yMM) / 1000)"
        return point.floor == 0 ? place : "\(place) floor \(point.floor)"
    }
}
