internal import Yams

extension FileNode {
    /// Reads YAML text into nodes, or notes in `faults` why that cannot be.
    static func read(yaml: String, into faults: FaultList) -> FileNode? {
        if yaml.utf8.count > LayoutLimits.fileBytesMax {
            faults.add(
                .top,
                "the file has \(yaml.utf8.count) bytes, more than \(LayoutLimits.fileBytesMax): write ranges "
                    + "(A..J, 01..40) instead of single entries")
            return nil
        }
        if let mark = complexKeyMark(in: yaml) {
            faults.add(mark, "an alias cannot stand in a key: write the key out")
            return nil
        }
        do {
            guard let root = try Parser(yaml: yaml).singleRoot() else {
                faults.add(.top, "the file is empty: begin with warehouse: and its id")
                return nil
            }
            var reader = NodeReader(budget: LayoutLimits.nodesMax, faults: faults)
            return reader.read(root)
        } catch let error as YamlError {
            let (mark, message) = explain(error)
            faults.add(mark, message)
        } catch {
            faults.add(.top, "this is no YAML: \(error)")
        }
        return nil
    }

    private static func explain(_ error: YamlError) -> (TextMark, String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let around = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
            return (TextMark(mark), "this is no YAML: \(problem)\(around)")
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            return (
                TextMark(context.mark), "the section that begins here has \(names) twice: keep one of the two"
            )
        case .reader(let problem, _, _, _):
            return (.top, "this is no text: \(problem)")
        default:
            return (.top, "this is no YAML: \(error)")
        }
    }

    /// Where an alias might take part in a key.
    ///
    /// The parser compares keys whole, following aliases: nested ones would take it exponential time. So a file
    /// with any alias must have plain keys. The scan errs towards refusing: it looks into comments too.
    private static func complexKeyMark(in yaml: String) -> TextMark? {
        var hazard: TextMark?
        var hasAlias = false
        var line = 1
        var column = 1
        var previous: UInt8 = 0x0A
        var lastVisible: UInt8 = 0x0A
        var isInAlias = false
        for byte in yaml.utf8 {
            let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if previous == UInt8(ascii: "*"), !isSpace { (hasAlias, isInAlias) = (true, true) }
            let closesKey = isInAlias || lastVisible == UInt8(ascii: "]") || lastVisible == UInt8(ascii: "}")
            if byte == UInt8(ascii: ":"), closesKey {
                hazard = hazard ?? TextMark(line: line, column: column)
            }
            if previous == UInt8(ascii: "?"), isSpace {
                hazard = hazard ?? TextMark(line: line, column: column)
            }
            if byte == 0x0A || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") { isInAlias = false }
            (line, column) = byte == 0x0A ? (line + 1, 1) : (line, column + 1)
            if !isSpace { lastVisible = byte }
            previous = byte
        }
        return hasAlias ? hazard : nil
    }
}

/// Follows aliases only as far as the budget goes: a few lines of nested ones stand for billions of nodes.
private struct NodeReader {
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
                faults.add(key.mark.map(TextMark.init) ?? mark, "a key must be a plain word")
                return nil
            }
            guard let node = read(value) else { return nil }
            members.append((Word(text: name, mark: key.mark.map(TextMark.init) ?? mark), node))
        }
        return FileNode(mark: mark, content: .section(members))
    }
}

extension TextMark {
    fileprivate init(_ mark: Mark) { self.init(line: max(mark.line, 1), column: max(mark.column, 1)) }
}
