extension Picture {
    /// The picture as an SVG 1.1 document: plain shapes, and text that stays text.
    ///
    /// - Complexity: linear in the number of shapes.
    public func svg() -> String {
        var writer = SVGWriter()
        writer.write(self)
        return writer.out
    }
}

private struct SVGWriter {
    var out = ""

    mutating func write(_ picture: Picture) {
        let width = number(picture.width)
        let height = number(picture.height)
        out += #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        out += #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" "#
        out += #"viewBox="0 0 \#(width) \#(height)" font-family="\#(Font.families)">"# + "\n"
        if let title = picture.title { out += "<title>\(escaped(title))</title>\n" }
        for element in picture.elements { write(element) }
        out += "</svg>\n"
    }

    private mutating func write(_ element: Picture.Element) {
        let style = attributes(element.style)
        let tag: String
        var content = element.note.map { "<title>\(escaped($0))</title>" } ?? ""
        switch element.shape {
        case .polyline(let points, let isClosed):
            tag = isClosed ? "polygon" : "polyline"
            let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
            let round = isClosed ? "" : #" stroke-linecap="round" stroke-linejoin="round""#
            out += #"<\#(tag) points="\#(list)"\#(style)\#(round)"#
        case .rect(let x, let y, let width, let height, let radius):
            tag = "rect"
            out += #"<rect x="\#(number(x))" y="\#(number(y))" width="\#(number(width))""#
            out += #" height="\#(number(height))""#
            if radius > 0 { out += #" rx="\#(number(radius))""# }
            out += style
        case .circle(let center, let radius):
            tag = "circle"
            out +=
                #"<circle cx="\#(number(center.x))" cy="\#(number(center.y))" r="\#(number(radius))"\#(style)"#
        case .text(let text, let position, let font):
            tag = "text"
            out +=
                #"<text x="\#(number(position.x))" y="\#(number(position.y))" font-size="\#(number(font.size))""#
            if font.isBold { out += #" font-weight="bold""# }
            if font.anchor != .start { out += #" text-anchor="\#(font.anchor.rawValue)""# }
            if font.turn != 0 {
                let turn = "\(number(font.turn)) \(number(position.x)) \(number(position.y))"
                out += #" transform="rotate(\#(turn))""#
            }
            out += style
            content += escaped(text)
        }
        out += content.isEmpty ? "/>\n" : ">\(content)</\(tag)>\n"
    }

    private func attributes(_ style: Style) -> String {
        var text = #" fill="\#(style.fill.map(hex) ?? "none")""#
        if let stroke = style.stroke {
            text += #" stroke="\#(hex(stroke))" stroke-width="\#(number(style.width))""#
            if !style.dashes.isEmpty {
                text += #" stroke-dasharray="\#(style.dashes.map(number).joined(separator: " "))""#
            }
        }
        if style.opacity < 1 { text += #" opacity="\#(number(style.opacity))""# }
        return text
    }

    private func hex(_ color: Color) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let bytes = [color.red, color.green, color.blue].flatMap {
            [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
        }
        return "#" + String(decoding: bytes, as: UTF8.self)
    }

    /// Hundredths are finer than any screen or printer shows, and keep the file short.
    private func number(_ value: Double) -> String {
        let limit = 1e12
        let hundredths = Int((min(max(value.isNaN ? 0 : value, -limit), limit) * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0
            ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The text with XML's own characters spelled out and those that XML forbids left away.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += " "
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
