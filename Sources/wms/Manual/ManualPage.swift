import Common
import JSON

/// A manual page in man(7) markup, from the description that the argument parser gives of its commands.
struct ManualPage {
    private let command: JSONValue

    /// - Parameter description: the JSON that `--experimental-dump-help` prints.
    init(_ description: JSONValue) { command = description["command"] ?? .null }

    var text: String {
        let name = command["commandName"]?.string ?? ""
        var lines = [
            ".TH \(name.uppercased()) 1", ".SH NAME",
            "\(name) \\- \(Self.escaped(command["abstract"]?.string ?? ""))",
            ".SH SYNOPSIS", ".B \(name)", "\\fIcommand\\fR [\\fIoptions\\fR]",
        ]
        if let discussion = command["discussion"]?.string {
            lines += [".SH DESCRIPTION"] + Self.paragraphs(discussion)
        }
        lines.append(".SH COMMANDS")
        for child in Self.children(of: command) { lines += Self.section(child, under: name) }
        lines += [
            ".SH EXIT STATUS",
            "0 done; 1 refused by the daemon or faults found; 64 wrong usage; 69 no daemon.",
            ".SH ENVIRONMENT",
            "RUNTIME_DIRECTORY and XDG_RUNTIME_DIR say where the socket is looked for; NO_COLOR switches colours off.",
            ".SH SEE ALSO", ".BR wmsd (8)",
        ]
        return lines.joined(separator: "\n")
    }

    private static func section(_ command: JSONValue, under parent: String) -> [String] {
        let name = "\(parent) \(command["commandName"]?.string ?? "")"
        let arguments = (command["arguments"]?.array ?? []).filter { isShown($0) }
        let children = children(of: command)
        if !children.isEmpty { return children.flatMap { section($0, under: name) } }
        var lines = [".SS \(name) \(arguments.map(synopsis).joined(separator: " "))".trimmingTrailingSpaces]
        lines.append(escaped(command["abstract"]?.string ?? ""))
        if let discussion = command["discussion"]?.string { lines += [".PP"] + paragraphs(discussion) }
        for argument in arguments {
            lines += [".TP", "\\fB\(spelling(argument))\\fR", escaped(argument["abstract"]?.string ?? "")]
        }
        return lines
    }

    private static func children(of command: JSONValue) -> [JSONValue] {
        (command["subcommands"]?.array ?? []).filter { $0["commandName"]?.string != "help" }
    }

    private static func isShown(_ argument: JSONValue) -> Bool {
        let names = argument["names"]?.array?.compactMap { $0["name"]?.string } ?? []
        return argument["shouldDisplay"]?.bool != false && !names.contains("help")
            && !names.contains("version")
    }

    private static func synopsis(_ argument: JSONValue) -> String {
        let text = spelling(argument)
        return argument["isOptional"]?.bool == true ? "[\(text)]" : text
    }

    private static func spelling(_ argument: JSONValue) -> String {
        let value = escaped(argument["valueName"]?.string ?? "value")
        guard let name = argument["preferredName"]?["name"]?.string else { return "<\(value)>" }
        let dashes = name.count == 1 ? "\\-" : "\\-\\-"
        let option = dashes + escaped(name)
        return argument["kind"]?.string == "flag" ? option : "\(option) <\(value)>"
    }

    /// Blank lines part paragraphs; indented lines stay as they are.
    private static func paragraphs(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                lines.append(".PP")
            } else {
                if lines.last != ".PP", !lines.isEmpty { lines.append(".br") }
                lines.append(escaped(String(line)))
            }
        }
        return lines
    }

    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
