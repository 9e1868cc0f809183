internal import Yams

extension YamlError {
    /// A parser's refusal in the words of the file: the place, what is wrong, and the fix.
    func explanation(in yaml: String) -> (TextMark, String) {
        switch self {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return Self.explanation(of: problem, at: TextMark(mark), around: context)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            return (
                TextMark(context.mark),
                "\(names) stands twice in one section, first here: keep one of the two"
            )
        case .reader(_, let offset, let value, _):
            let code = value > 0 ? " (code \(value))" : ""
            return (
                TextMark(of: offset ?? 0, in: yaml),
                "a character stands here that is no text\(code): delete it, or save the file as UTF-8 text"
            )
        default:
            return (.top, "this is no YAML: \(self)")
        }
    }

    /// The parser's words in the words of the file; those of rare refusals stay as they are.
    private static func explanation(
        of problem: String, at mark: TextMark, around context: Context?
    ) -> (TextMark, String) {
        let opening = context.map { TextMark($0.mark) } ?? mark
        switch problem {
        case "found unexpected end of stream", "found unexpected document indicator":
            return (opening, "the quote that opens here is never closed: add the closing one")
        case "did not find expected ',' or '}'":
            return (opening, "the { that opens here is not closed, or a comma is missing (line \(mark.line))")
        case "did not find expected ',' or ']'":
            return (opening, "the [ that opens here is not closed, or a comma is missing (line \(mark.line))")
        case "did not find expected '-' indicator", "did not find expected key":
            return (
                mark,
                "this line fits neither into the list or section that begins in line \(opening.line) nor behind "
                    + "it: indent it like its neighbours, or strike it"
            )
        case "could not find expected ':'":
            return (
                opening, "this line is neither key nor value: write key: value, with a blank after the colon"
            )
        case "mapping values are not allowed in this context":
            return (
                mark,
                "a colon cannot stand here: put text that has one into quotes, or indent the line like its "
                    + "neighbours"
            )
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return (mark, "a tab stands where the line is indented: use blanks")
        case "found character that cannot start any token":
            return (mark, "no value can begin with this character: use blanks for tabs, put text into quotes")
        case "found undefined alias":
            return (mark, "* stands for what is named & before, and there is none: put text into quotes")
        case "found unknown escape character":
            return (mark, "a \\ in double quotes begins an escape: write two, or use single quotes")
        case "block sequence entries are not allowed in this context":
            return (mark, "a list cannot begin on its key's line: put the dash on the next line, or use [ ]")
        case "did not find expected node content":
            return (mark, "a value is missing here: write one, or strike the comma or colon before it")
        case "did not find expected <document start>":
            return (mark, "this belongs to nothing before it: indent it like its neighbours, or strike it")
        case "but found another document":
            return (mark, "a second document begins here: write one warehouse a file")
        case _ where problem.hasPrefix("Maximum nesting level reached"):
            return (mark, "lists and sections lie too deep in each other here: close those that are open")
        default:
            let around = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
            return (mark, "this is no YAML: \(problem)\(around)")
        }
    }
}

extension TextMark {
    /// The place of a text's character, counted from 0.
    fileprivate init(of offset: Int, in text: String) {
        let before = text.prefix(offset)
        let line = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).last ?? ""
        self.init(line: before.count { $0.isNewline } + 1, column: line.unicodeScalars.count + 1)
    }
}
