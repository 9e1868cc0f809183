/// The manual page wms-methods(7): every method of the protocol with its params, made from the catalogue.
struct MethodsPage {
    let areas: [Catalogue.Area]
    let kinds: [Catalogue.Kind]

    var text: String {
        var lines = [
            ".TH WMS\\-METHODS 7", ".SH NAME", "wms\\-methods \\- the methods of the wmsd line protocol",
            ".SH DESCRIPTION",
        ]
        lines += ManualMarkup.paragraphs(Self.description)
        for area in areas {
            lines.append(".SH \(ManualMarkup.escaped(area.title.uppercased()))")
            for method in area.methods { lines += Self.section(method) }
        }
        lines.append(".SH ERRORS")
        for kind in kinds { lines += ManualMarkup.tagged(kind.name, note: "\(kind.code)", kind.meaning) }
        lines += [".SH SEE ALSO", ".BR wms (1)"]
        return lines.joined(separator: "\n")
    }

    private static let description = """
        A method is called by `wms call METHOD name=value ...`, or at the prompt of `wms` without the first two \
        words. A param's declared type decides how its value is read. Quotes stand around values with spaces, dots \
        lead to members, N numbers the elements of a list from 0, lists of plain values are parted by commas.

        A method that changes something takes a command_id: the same one again is answered as it was the first \
        time, and changes nothing. In words it may be left out.
        """

    private static func section(_ method: ShownMethod) -> [String] {
        var lines = [".SS \(ManualMarkup.escaped(method.name))", ManualMarkup.escaped(method.summary)]
        lines += params(method.params, path: "")
        for rule in method.rules { lines += [".PP", ManualMarkup.escaped("Give \(rule).")] }
        lines += [".PP", ManualMarkup.escaped("Answers \(method.resultText).")]
        if !method.errors.isEmpty {
            lines += [".PP", ManualMarkup.escaped("Refused as \(method.errors.joined(separator: ", ")).")]
        }
        return lines + [".PP", ManualMarkup.escaped("For \(method.roles.joined(separator: ", ")).")]
    }

    private static func params(_ params: [ShownParam], path: String) -> [String] {
        params.flatMap { param in
            let name = path + param.name
            let note = param.type + (param.isRequired ? ", needed" : "")
            return ManualMarkup.tagged(name, note: note, param.doc)
                + self.params(param.members, path: param.pathOfMembers(below: name))
        }
    }
}
