import Foundation
import JSON

/// One figure, and what it is held against.
struct Figure {
    /// A peer's figure of the same run, a bound, or what was measured elsewhere.
    struct Limit {
        let name: String
        let value: Double
    }

    enum Unit: String {
        case perSecond = "/s"
        case milliseconds = "ms"
        case seconds = "s"
        case bytes = "bytes"
        case megabytes = "MB"
        case share = "%"
        case times = "×"
        case count = "count"
    }

    let what: String
    let value: Double
    let unit: Unit
    var detail = ""
    var limits: [Limit] = []
}

extension Figure.Unit {
    /// A value of this unit as a person reads it.
    func text(_ value: Double) -> String {
        switch self {
        case .share: String(format: "%.1f %%", value * 100)
        case .milliseconds, .times, .seconds: String(format: "%.2f \(rawValue)", value)
        case .perSecond: String(format: "%.0f/s", value)
        case .count: String(format: "%.0f", value)
        case .bytes, .megabytes: String(format: "%.0f \(rawValue)", value)
        }
    }
}

/// Prints the figures of one part as a table, and as JSON lines where these are asked for.
final class Report {
    private let part: String
    private let writesJSON: Bool
    private var figures: [Figure] = []

    init(part: String, about: String, json: Bool) {
        self.part = part
        writesJSON = json
        print("\n\(part): \(about)\n\n| what | figure | peer or limit | ratio |\n| --- | --- | --- | --- |")
    }

    /// Prints a figure: a row for each of its limits.
    func add(_ figure: Figure) {
        figures.append(figure)
        let value = figure.unit.text(figure.value) + (figure.detail.isEmpty ? "" : " (\(figure.detail))")
        if figure.limits.isEmpty { print("| \(figure.what) | \(value) | | |") }
        for limit in figure.limits {
            let against = "\(limit.name) \(figure.unit.text(limit.value))"
            print("| \(figure.what) | \(value) | \(against) | \(ratio(figure, limit)) |")
        }
        fflush(nil)
    }

    /// Prints the JSON lines.
    func end() {
        guard writesJSON else { return }
        for figure in figures {
            let limits = figure.limits.map { limit -> JSONValue in
                [
                    "name": .string(limit.name), "value": .double(limit.value),
                    "ratio": .double(figure.value / limit.value),
                ]
            }
            let line: JSONValue = [
                "part": .string(part), "what": .string(figure.what), "value": .double(figure.value),
                "unit": .string(figure.unit.rawValue), "detail": .string(figure.detail),
                "limits": .array(limits),
            ]
            print(line)
        }
    }

    private func ratio(_ figure: Figure, _ limit: Figure.Limit) -> String {
        String(format: "%.3g", figure.value / limit.value)
    }
}
