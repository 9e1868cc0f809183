import ArgumentParser
import Foundation
import JSON
import Labels

/// `wms label render`: a template and data lines to label files.
struct LabelRenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Draw one label for each line of a data file.",
        discussion: """
            TEMPLATE is a file, or the name of one in labels/ (shipping-4x6, shipping-a6, tote, bin, contents). \
            One label alone may go to standard output; more need --out, where the label of line 1 becomes \
            000001.zpl and so on. A line that cannot be printed as it should be is reported on standard error, the \
            others go on, and the exit status is 1. Blank lines are passed over.
            """)

    @Argument(help: "The template.")
    var template: String

    @Option(help: ArgumentHelp("One JSON object a line; - is standard input.", valueName: "file"))
    var data: String

    @Option(help: "zpl, z64, epl2, tspl, escpos, png, svg or pdf.", transform: Self.format)
    var format: LabelFormat = .zpl

    @Option(help: "The print head: 203, 300 or 600.", transform: Self.head)
    var dpi: HeadDPI = .d203

    @Option(help: ArgumentHelp("The folder for the labels.", valueName: "folder"))
    var out: String?

    func run() throws {
        let template = try loadTemplate()
        let lines = try DataLines(InputFile.bytes(of: data))
        if lines.filled.isEmpty {
            throw InputFileError(description: "\(data) has no data; give one JSON object a line")
        }
        if out == nil, lines.filled.count != 1 {
            throw ValidationError(
                "\(data) has \(lines.filled.count) lines; name a folder with --out for anything but one label"
            )
        }
        let folder = try out.map { try LabelFolder($0) }
        let renderer = LabelRenderer()
        var isGood = true
        for line in lines.filled {
            do {
                let label = try renderer.bitmap(template, data: object(line, template), dpi: dpi)
                let bytes = label.encoded(as: format)
                if let folder {
                    try folder.write(bytes, number: line.number, kind: format.fileExtension)
                } else {
                    Terminal.put(bytes)
                }
            } catch let error where error is LabelError || error is DataLineError {
                isGood = false
                Terminal.printError("\(data):\(line.number): \(error)")
            }
        }
        if !isGood { throw ExitCode.failure }
    }

    private func object(_ line: DataLines.Line, _ template: LabelTemplate) throws -> JSONValue {
        let object = try line.object()
        try template.checkKeys(of: object)
        return .object(object)
    }

    private func loadTemplate() throws -> LabelTemplate {
        let paths = [template, "labels/\(template)", "labels/\(template).yaml"]
        var isFolder: ObjCBool = false
        let file = paths.first {
            FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
        }
        guard let file else {
            throw InputFileError(description: "no template at \(paths.joined(separator: ", "))")
        }
        let yaml = try InputFile.text(of: file)
        do {
            return try LabelTemplate(yaml: yaml, file: file)
        } catch {
            Terminal.printError("\(error)")
            throw ExitCode.failure
        }
    }

    private static func format(_ text: String) throws -> LabelFormat {
        if let format = LabelFormat(rawValue: text) { return format }
        let names = LabelFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(text) is no format; use one of \(names)")
    }

    private static func head(_ text: String) throws -> HeadDPI {
        if let head = Int(text).flatMap(HeadDPI.init(rawValue:)) { return head }
        throw ValidationError("\(text) is no print head; use 203, 300 or 600")
    }
}
