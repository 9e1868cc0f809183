import ArgumentParser
import WarehouseLayout

/// `wms layout diff OLD NEW`: what a revision changes.
struct LayoutDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what a new layout changes about an old one; needs no daemon.",
        discussion: """
            Bins, stations and ways (aisles, cross aisles, walkways and closures, which change every tour that \
            passes them) are listed up to --limit of a kind. The exit status is 0 whatever differs.
            """)

    @Argument(help: "The layout as it was.", completion: .file(extensions: ["yaml", "yml"]))
    var old: String

    @Argument(help: "The layout as it will be.", completion: .file(extensions: ["yaml", "yml"]))
    var new: String

    @Option(help: "How many of a kind to list.")
    var limit = 20

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit is \(limit); give 0 or more") }
    }

    func run() throws {
        let difference = try Layout.read(file: new).difference(from: Layout.read(file: old))
        if difference.isEmpty {
            Terminal.print("nothing differs")
            return
        }
        for change in difference.head {
            Terminal.print("\(change.name): \(change.what.joined(separator: "; "))")
        }
        if difference.keepsBins { Terminal.print("no bin is added, removed, moved or changed") }
        list("added", difference.added) { "\($0)" }
        list("removed", difference.removed) { "\($0)" }
        list("moved", difference.moved) { "\($0.address)  \($0.from) → \($0.to)" }
        list("changed", difference.changed) { "\($0.address)  \($0.what.joined(separator: "; "))" }
        for (kind, changes) in [
            ("stations", difference.stations), ("ways", difference.ways), ("carts", difference.carts),
        ] {
            list(kind, changes) { "\($0.name)  \($0.what.joined(separator: "; "))" }
        }
    }

    private func list<Element>(_ kind: String, _ elements: [Element], _ spell: (Element) -> String) {
        if elements.isEmpty { return }
        Terminal.print("\(kind): \(elements.count)")
        for element in elements.prefix(limit) { Terminal.print("  \(spell(element))") }
        if elements.count > limit { Terminal.print("  and \(elements.count - limit) more") }
    }
}
