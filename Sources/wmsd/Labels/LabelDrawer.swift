import Domain
import JSON
import LabelSpool
import Labels

/// Makes the bytes that a printer is sent.
protocol LabelDrawing {
    func language(of printer: String) -> LabelLanguage
    func bytes(of job: LabelJob) throws(DrawingFault) -> [UInt8]
}

/// Why a label cannot be drawn.
enum DrawingFault: Error, Equatable, CustomStringConvertible {
    /// Its template is not there or has faults: the label waits until that is fixed.
    case template(String)
    /// What is to stand on it is refused: no waiting helps.
    case data(String)

    var description: String {
        switch self {
        case .template(let text), .data(let text): text
        }
    }
}

/// Draws label jobs in their printers' own language, from the templates of the settings' folder.
final class LabelDrawer: LabelDrawing {
    private let settings: Settings
    private let renderer = LabelRenderer()
    private let templates: TemplateCache

    init(_ settings: Settings) {
        self.settings = settings
        templates = TemplateCache(folder: settings.templateFolder)
    }

    func language(of printer: String) -> LabelLanguage {
        LabelLanguage(rawValue: settings.printer(printer).format.fileExtension) ?? .zpl
    }

    func bytes(of job: LabelJob) throws(DrawingFault) -> [UInt8] {
        let printer = settings.printer(job.printer.text)
        let template = try templates.template(job.template)
        let dpi = HeadDPI(rawValue: printer.dotsPerInch) ?? .d203
        do throws(LabelError) {
            return try renderer.bitmap(template, data: data(of: job), dpi: dpi).encoded(as: printer.format)
        } catch { throw .data("\(error)") }
    }

    private func data(of job: LabelJob) -> JSONValue {
        guard let sender = settings.shipFrom, var data = job.data.object else { return job.data }
        data["ship_from"] = sender
        return .object(data)
    }
}
