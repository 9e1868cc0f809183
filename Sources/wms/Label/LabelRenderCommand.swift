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
            One label alone may go to standard output; more need --out, where they become 000001.zpl and so on. \
            A line that cannot be printed as it should be is told on standard error, the others go on, and the \
            exit status is 1.
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
        let lines = try dataLines()
        if out == nil, lines.count != 1 {
            throw ValidationError("\(data) has \(lines.count) lines; name a folder with --out for anything but one label")
        }
        if let out { try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true) }
        let renderer = LabelRenderer()
        var isGood = true
        for (index, line) in lines.enumerated() {
            do {
                try write(renderer.bitmap(template, data: JSONValue(parsing: line), dpi: dpi), number: index + 1)
            } catch let error as LabelError {
                isGood = false
                tell(line: index + 1, error)
            } catch let error as JSONFault {
                isGood = false
                tell(line: index + 1, error)
            }
        }
        if !isGood { throw ExitCode.failure }
    }

    private func loadTemplate() throws -> LabelTemplate {
        let paths = [template, "labels/\(template)", "labels/\(template).yaml"]
        var isFolder: ObjCBool = false
        let file = paths.first { FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue }
        guard let file else { throw ValidationError("no template at \(paths.joined(separator: ", "))") }
        let yaml = try InputFile.text(of: file)
        do {
            return try LabelTemplate(yaml: yaml, file: file)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode.failure
        }
    }

    private func dataLines() throws -> [[UInt8]] {
        try InputFile.bytes(of: data).split(separator: UInt8(ascii: "\n")).map(Array.init)
    }

    private func write(_ label: Bitmap, number: Int) throws {
        let bytes = Data(label.encoded(as: format))
        guard let out else { return FileHandle.standardOutput.write(bytes) }
        let digits = String(number)
        let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "." + format.fileExtension
        try bytes.write(to: URL(fileURLWithPath: out).appendingPathComponent(name))
    }

    private func tell(line: Int, _ error: some Error) {
        FileHandle.standardError.write(Data("\(data):\(line): \(error)\n".utf8))
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
