import Foundation
import FoundationXML

/// The rectangles and letter sizes of an SVG picture.
final class SVGShapes: NSObject, XMLParserDelegate {
    struct Box {
        let rect: CGRect
        let fill: String
        let isRound: Bool
        /// What a browser shows of it; empty where it shows nothing.
        var title = ""
    }

    private(set) var boxes: [Box] = []
    private(set) var letterSizes: [Double] = []
    private var isInRect = false
    private var isInTitle = false

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        _ = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        func number(_ key: String) -> Double { attributes[key].flatMap(Double.init) ?? 0 }
        switch name {
        case "rect":
            let rect = CGRect(
                x: number("x"), y: number("y"), width: number("width"), height: number("height"))
            let isRound = number("rx") * 2 >= number("height") - 0.1
            boxes.append(Box(rect: rect, fill: attributes["fill"] ?? "", isRound: isRound))
            isInRect = true
        case "title": isInTitle = isInRect
        case "text": letterSizes.append(number("font-size"))
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isInTitle { boxes[boxes.count - 1].title += text }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        if name == "rect" { isInRect = false }
        if name == "title" { isInTitle = false }
    }
}
