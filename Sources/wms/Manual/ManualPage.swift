import Common
import JSON

/// The manual page wms(1), from the description that the argument parser gives of its commands.
struct ManualPage {
    private let command: JSONValue

    /// - Parameter description: the JSON that `--experimental-dump-help` prints.
    init(_ description: JSONValue) { command = description["command"] ?? .null }

    var text: String {
        let name = command["commandName"]?.string ?? ""
        var lines = [
            ".TH \(name.uppercased()) 1", ".SH NAME",
            "\(name) \\- \(ManualMarkup.escaped(command["abstract"]?.string ?? ""))",
            ".SH SYNOPSIS", ".B \(name)", "[\\fIcommand\\fR] [\\fIoptions\\fR]",
        ]
        if let discussion = command["discussion"]?.string {
            lines += [".SH DESCRIPTION"] + ManualMarkup.paragraphs(discussion)
        }
        lines.append(".SH COMMANDS")
        for child in Self.children(of: command) { lines += Self.section(child, under: name) }
        lines += [
            ".SH EXIT STATUS",
            "0 done; 1 refused by the daemon or faults found; 64 wrong usage; 69 no daemon; "
                + "141 nobody reads what it prints.",
            ".SH ENVIRONMENT",
            "RUNTIME_DIRECTORY and XDG_RUNTIME_DIR say where the socket is searched for, XDG_STATE_HOME where the "
                + "history of the prompt is kept; NO_COLOR switches colours off.",
            ".SH SEE ALSO", ".BR wms\\-methods (7)",
        ]
        return lines.joined(separator: "\n")
    }

    private static func section(_ command: JSONValue, under parent: String) -> [String] {
        let name = "\(parent) \(command["commandName"]?.string ?? "")"
        let arguments = (command["arguments"]?.array ?? []).filter { isShown($0) }
        let children = children(of: command)
        if !children.isEmpty { return children.flatMap { section($0, under: name) } }
        let synopsis = arguments.map { ManualMarkup.escaped(Self.synopsis($0)) }.joined(separator: " ")
        var lines = [".SS \(name) \(synopsis)".trimmingTrailingSpaces]
        lines.append(ManualMarkup.escaped(command["abstract"]?.string ?? ""))
        if let discussion = command["discussion"]?.string {
            lines += [".PP"] + ManualMarkup.paragraphs(discussion)
        }
        for argument in arguments {
            lines += ManualMarkup.tagged(spelling(argument), argument["abstract"]?.string ?? "")
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
        let value = argument["valueName"]?.string ?? "value"
        guard let name = argument["preferredName"]?["name"]?.string else { return "<\(value)>" }
        let option = (name.count == 1 ? "-" : "--") + name
        return argument["kind"]?.string == "flag" ? option : "\(option) <\(value)>"
    }
}
