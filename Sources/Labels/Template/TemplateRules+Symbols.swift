extension TemplateRules {
    /// Whether each barcode can be printed at all: module widths within its limits, and room for the smallest
    /// symbol that it can ever be, on every print head.
    func checkSymbols(_ barcodes: [PlacedElement]) {
        let encoder = SymbolEncoder()
        noteOnce(
            barcodes.compactMap { item in
                guard let content = item.barcode,
                    let fault = widthFault(content) ?? roomFault(content, item, encoder)
                else { return nil }
                return (item.element, "\(item.element.name): \(fault)")
            })
    }

    private func widthFault(_ content: BarcodeContent) -> String? {
        let allowed = content.allowedXMM
        guard
            let wrong = [content.xMM, content.leastXMM].compactMap(\.self).first(where: {
                !allowed.contains($0)
            })
        else { return nil }
        let rule = content.profile.map { " as \($0.rawValue)" } ?? ""
        return
            "a module of \(millimetres(wrong)) mm is not allowed; a \(content.symbology.rawValue)\(rule) has "
            + "\(millimetres(allowed.lowerBound)) to \(millimetres(allowed.upperBound)) mm"
    }

    private func roomFault(_ content: BarcodeContent, _ item: PlacedElement, _ encoder: SymbolEncoder)
        -> String?
    {
        guard
            let symbol = try? encoder.encode(
                content.shortestValue, as: content, primary: content.primary == nil ? nil : "999999999840012")
        else { return nil }
        for dpi in HeadDPI.allCases {
            let frame = DotFrame(item.place, rotation: item.element.rotation, dpi: dpi)
            do throws(ElementRefusal.Reason) {
                switch symbol {
                case .modules(let grid):
                    _ = try SymbolLayout(content, grid, width: frame.width, height: frame.height, dpi: dpi)
                case .hexagons(let grid):
                    _ = try HexagonLayout(grid, width: frame.width, height: frame.height, dpi: dpi)
                }
            } catch {
                return "even its shortest value cannot be printed: \(error)"
            }
        }
        return nil
    }

    /// Limits have three decimals.
    private func millimetres(_ length: Double) -> String {
        let thousandths = Int((length * 1000).rounded())
        let decimals = String(1000 + thousandths % 1000).dropFirst()
        return "\(thousandths / 1000).\(decimals)"
    }
}

extension BarcodeContent {
    /// A value that makes the smallest symbol.
    fileprivate var shortestValue: String {
        switch value {
        case .text:
            switch symbology {
            case .ean13: return "0000000000000"
            case .itf14: return "0000000000000"
            default: return "0"
            }
        case .elementStrings(let pairs):
            let shortest = pairs.map { ($0.ai, ApplicationIdentifier.named($0.ai)?.shortestValue ?? "") }
            if symbology == .digitalLinkQR {
                return domain + shortest.map { "/\($0.0)/\($0.1)" }.joined()
            }
            return shortest.map { "[\($0.0)]\($0.1)" }.joined()
        }
    }
}

extension ApplicationIdentifier {
    fileprivate var shortestValue: String {
        parts.map { part in
            switch part.check {
            case .date: "260101"
            case .time: "0000"
            case .none where code == "421" || code == "422": part.content == .digits ? "276" : "1"
            case .none, .modulo10: String(repeating: "0", count: part.length.lowerBound)
            }
        }.joined()
    }
}
