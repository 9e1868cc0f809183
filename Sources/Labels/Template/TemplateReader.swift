internal import Yams

/// Reads a template file into a ``Design``.
struct TemplateReader {
    let log: FaultLog
    let folder: String
    let family: String
    let label: Place

    /// Lengths on labels: the widest thermal heads print 220 mm; rolls feed longer.
    static let sizeMM = 5.0...500.0
    /// A dot at 203 dpi is 0.125 mm.
    static let sideMM = 0.1...sizeMM.upperBound
    /// The longest template shipped has 5 kB.
    private static let bytesMax = 262_144
    /// Chinese forms for the characters that China and Japan share, where the template says nothing else.
    static let defaultFamily = "Noto Sans, Noto Sans CJK SC, DejaVu Sans"

    static func read(_ yaml: String, file: String) throws(LabelError) -> Design {
        let log = FaultLog(file: file)
        if yaml.utf8.count > bytesMax {
            log.note(
                line: 1, column: 1,
                "the file has \(yaml.utf8.count) bytes; a template has at most \(bytesMax)")
            throw .templateFaults(log.sorted)
        }
        if let place = TemplateAliases.tooMany(in: yaml) {
            log.note(
                line: place.line, column: place.column,
                "more than \(TemplateAliases.most) aliases; write the parts out, or use \"repeat\"")
            throw .templateFaults(log.sorted)
        }
        guard let root = compose(yaml, log: log), let design = design(root, file: file, log: log),
            log.faults.isEmpty
        else { throw .templateFaults(log.sorted) }
        return design
    }

    private static func compose(_ yaml: String, log: FaultLog) -> Node? {
        do {
            if let node = try Yams.compose(yaml: yaml) { return node }
            log.note(line: 1, column: 1, "the file is empty; a template begins with \"label: its-name\"")
        } catch let error as YamlError {
            note(error, log: log)
        } catch {
            log.note(line: 1, column: 1, "not YAML: \(error)")
        }
        return nil
    }

    private static func note(_ error: YamlError, log: FaultLog) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            log.note(line: mark.line, column: mark.column, "not YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            for key in duplicates {
                log.note(
                    line: context.mark.line, column: context.mark.column, "the key \"\(key)\" stands twice")
            }
        default: log.note(line: 1, column: 1, "not YAML: \(error)")
        }
    }

    private static func design(_ root: Node, file: String, log: FaultLog) -> Design? {
        guard let fields = TemplateFields(root, what: "a template", log: log) else { return nil }
        let name = fields.need("label", "give the template's name").flatMap { _ in fields.text("label") }
        let size = fields.need("size", "give [width, height] in mm").flatMap { _ in
            fields.pair("size", in: sizeMM)
        }
        let family = fields.text("font") ?? defaultFamily
        let declared = declaredFields(fields, log: log)
        let list = fields.need("elements", "list what stands on the label")
        fields.noteUnknownKeys()
        guard let name, let size, let list else { return nil }
        let reader = TemplateReader(
            log: log, folder: folder(of: file), family: family,
            label: Place(xMM: 0, yMM: 0, widthMM: size.0, heightMM: size.1))
        let elements = reader.elements(list)
        if list.sequence?.isEmpty == true {
            log.note(list, "\"elements\" is empty; the label would be blank")
        }
        reader.checkFamily(fields)
        if log.faults.isEmpty {
            TemplateRules(name: name, label: reader.label, fields: declared, log: log).check(elements)
        }
        return Design(name: name, widthMM: size.0, heightMM: size.1, fields: declared, elements: elements)
    }

    private static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    }

    func elements(_ list: Node) -> [Element] {
        guard let nodes = list.sequence else {
            log.note(list, "this must be a list of elements")
            return []
        }
        return nodes.compactMap(element)
    }

    private func element(_ node: Node) -> Element? {
        guard let fields = TemplateFields(node, what: "an element", log: log) else { return nil }
        let kinds: [(key: String, read: (TemplateFields) -> Element.Content?)] = [
            ("text", text), ("barcode", barcode), ("line", line), ("box", box), ("image", image),
            ("repeat", repetition), ("group", group),
        ]
        let named = kinds.filter { fields.has($0.key) }
        guard named.count == 1 else {
            let keys = kinds.map(\.key).joined(separator: ", ")
            return log.note(node, "an element has exactly one of the keys \(keys)")
        }
        let needsPlace = !["group", "repeat"].contains(named[0].key)
        let place = place(fields, isNeeded: needsPlace)
        let content = named[0].read(fields)
        let rotation = rotation(fields)
        let condition = fields.condition("if")
        let mark = node.mark
        let name = fields.text("name") ?? "\(named[0].key) at line \(mark?.line ?? 1)"
        fields.noteUnknownKeys()
        guard let place, let content else { return nil }
        return Element(
            name: name, place: place, rotation: rotation, condition: condition, content: content,
            line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    /// Groups and repetitions may have only an origin; everything else has a size too.
    private func place(_ fields: TemplateFields, isNeeded: Bool) -> Place? {
        let range = 0...Self.sizeMM.upperBound
        let origin =
            isNeeded
            ? fields.need("at", "give [x, y] in mm").flatMap { _ in fields.pair("at", in: range) }
            : fields.pair("at", in: range) ?? (0, 0)
        guard isNeeded else { return origin.map { Place(xMM: $0.0, yMM: $0.1, widthMM: 0, heightMM: 0) } }
        let size = fields.need("size", "give [width, height] in mm").flatMap { _ in
            fields.pair("size", in: Self.sideMM)
        }
        guard let origin, let size else { return nil }
        return Place(xMM: origin.0, yMM: origin.1, widthMM: size.0, heightMM: size.1)
    }

    private func rotation(_ fields: TemplateFields) -> Rotation {
        guard let degrees = fields.whole("rotate", in: 0...270) else { return .none }
        if let rotation = Rotation(rawValue: degrees) { return rotation }
        if let node = fields["rotate"] { log.note(node, "\"rotate\" must be 0, 90, 180 or 270") }
        return .none
    }
}
