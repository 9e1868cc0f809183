internal import Yams

extension FileNode {
    /// Reads YAML text into nodes, or notes in `faults` why that cannot be.
    ///
    /// A byte order mark before the text is passed over.
    static func read(yaml: String, into faults: FaultList) -> FileNode? {
        if yaml.utf8.count > LayoutLimits.fileBytesMax {
            faults.add(
                .top,
                "the file has \(yaml.utf8.count) bytes, more than \(LayoutLimits.fileBytesMax): write ranges "
                    + "(A..J, 01..40) instead of single entries")
            return nil
        }
        let hasByteOrderMark = yaml.unicodeScalars.first == "\u{FEFF}"
        let text = hasByteOrderMark ? String(yaml.unicodeScalars.dropFirst()) : yaml
        if let mark = aliasInKey(of: text) {
            faults.add(mark, "an alias cannot stand in a key: write the key out")
            return nil
        }
        do {
            guard let root = try Parser(yaml: text).singleRoot() else {
                faults.add(.top, "the file is empty: begin with warehouse: and its id")
                return nil
            }
            var reader = NodeReader(budget: LayoutLimits.nodesMax, faults: faults)
            return reader.read(root)
        } catch let error as YamlError {
            let (mark, message) = error.explanation(in: text)
            faults.add(mark, message)
        } catch {
            faults.add(.top, "this is no YAML: \(error)")
        }
        return nil
    }

    /// Where an alias might be part of a key.
    ///
    /// The parser compares keys whole, following aliases: nested ones would cost it exponential time. So a file
    /// with any alias must have plain keys. The scan errs towards refusing: it reads comments too.
    private static func aliasInKey(of yaml: String) -> TextMark? {
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

extension TextMark {
    init(_ mark: Mark) { self.init(line: max(mark.line, 1), column: max(mark.column, 1)) }
}
