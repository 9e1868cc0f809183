internal import Yams

/// Turns the parser's nodes into those of a layout file.
///
/// Follows aliases only as far as the budget goes: a few lines of nested ones stand for billions of nodes.
struct NodeReader {
    var budget: Int
    let faults: FaultList

    mutating func read(_ node: Node) -> FileNode? {
        let mark = node.mark.map(TextMark.init) ?? .top
        budget -= 1
        if budget < 0 {
            if budget == -1 {
                faults.add(
                    mark,
                    "the file's aliases stand for more than \(LayoutLimits.nodesMax) values: write them out")
            }
            return nil
        }
        switch node {
        case .scalar(let scalar): return FileNode(mark: mark, content: .text(scalar.string))
        case .sequence(let items): return readList(items, mark)
        case .mapping(let pairs): return readSection(pairs, mark)
        case .alias:
            faults.add(mark, "an alias without its anchor")
            return nil
        }
    }

    private mutating func readList(_ items: Node.Sequence, _ mark: TextMark) -> FileNode? {
        var nodes: [FileNode] = []
        for item in items {
            guard let node = read(item) else { return nil }
            nodes.append(node)
        }
        return FileNode(mark: mark, content: .list(nodes))
    }

    private mutating func readSection(_ pairs: Node.Mapping, _ mark: TextMark) -> FileNode? {
        var members: [(key: Word, value: FileNode)] = []
        for (key, value) in pairs {
            guard let name = key.scalar?.string else {
                faults.add(
                    key.mark.map(TextMark.init) ?? mark,
                    "a list or section cannot be a key: write a plain word before the colon")
                return nil
            }
            guard let node = read(value) else { return nil }
            members.append((Word(text: name, mark: key.mark.map(TextMark.init) ?? mark), node))
        }
        return FileNode(mark: mark, content: .section(members))
    }
}
