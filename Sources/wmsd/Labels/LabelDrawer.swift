import Foundation
import Fulfillment
import JSON
import Labels

/// Makes the bytes that a printer is sent.
protocol LabelDrawing {
    /// - Throws: What cannot be drawn, and why.
    func bytes(of job: LabelJob) throws -> [UInt8]
}

/// Draws label jobs in their printers' own language, from the templates of the settings' folder.
final class LabelDrawer: LabelDrawing {
    private let settings: Settings
    private let renderer = LabelRenderer()
    private var templates: [String: LabelTemplate] = [:]

    init(_ settings: Settings) { self.settings = settings }

    /// - Throws: ``LabelDrawerError`` or `LabelError` naming what cannot be drawn.
    func bytes(of job: LabelJob) throws -> [UInt8] {
        let dpi = HeadDPI(rawValue: settings.printer(job.printer).dotsPerInch) ?? .d203
        return try renderer.bitmap(try template(job.template), data: data(of: job), dpi: dpi).zpl()
    }

    private func data(of job: LabelJob) -> JSONValue {
        guard let sender = settings.shipFrom, var data = job.data.object else { return job.data }
        data["ship_from"] = sender
        return .object(data)
    }

    private func template(_ name: String) throws -> LabelTemplate {
        if let template = templates[name] { return template }
        let file = "\(settings.templateFolder)/\(name).yaml"
        guard let yaml = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw LabelDrawerError.noTemplate(file)
        }
        let template = try LabelTemplate(yaml: yaml, file: file)
        templates[name] = template
        return template
    }
}

enum LabelDrawerError: Error, CustomStringConvertible {
    case noTemplate(String)

    var description: String {
        switch self {
        case .noTemplate(let file): "there is no template \(file): see labels.templates in the settings"
        }
    }
}
