/// Text as man(7) markup.
enum ManualMarkup {
    /// Blank lines part paragraphs; other lines stay as they are. Before one that begins with a space the markup
    /// breaks by itself.
    static func paragraphs(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                lines.append(".PP")
            } else {
                let isBroken = lines.isEmpty || lines.last == ".PP" || line.hasPrefix(" ")
                if !isBroken { lines.append(".br") }
                lines.append(escaped(String(line)))
            }
        }
        return lines
    }

    /// A tagged paragraph: the tag in bold, what it is called in plain type behind it, and the text below.
    static func tagged(_ tag: String, note: String = "", _ text: String) -> [String] {
        let head = "\\fB\(escaped(tag))\\fR" + (note.isEmpty ? "" : " (\(escaped(note)))")
        return [".TP", head, escaped(text)]
    }

    /// Text with its markup escaped: hyphens stay those of ASCII, and no line begins a request.
    static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
