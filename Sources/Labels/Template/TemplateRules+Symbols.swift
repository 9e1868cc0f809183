extension TemplateRules {
    /// Whether each barcode can be printed at all: module widths within its limits, room for the smallest
    /// symbol that it can ever be, and what stands in the template itself, on every print head.
    func checkSymbols(_ barcodes: [PlacedElement], _ trial: TrialPrint) {
        noteOnce(
            barcodes.compactMap { item in
                guard let content = item.barcode,
                    let fault = widthFault(content) ?? newnessFault(content) ?? roomFault(
                        content, item, trial.encoder)
                        ?? valueFault(content, item, trial)
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

    private func newnessFault(_ content: BarcodeContent) -> String? {
        guard content.symbology != .digitalLinkQR, case .elementStrings(let pairs) = content.value,
            let new = pairs.first(where: { ApplicationIdentifier.named($0.ai)?.isEncodable == false })
        else { return nil }
        return "(\(new.ai)) is newer than the encoder; write it in a digital-link-qr"
    }

    /// The smallest symbol that the barcode can ever be, in its place on every head.
    private func roomFault(_ content: BarcodeContent, _ item: PlacedElement, _ encoder: SymbolEncoder)
        -> String?
    {
        do throws(ElementRefusal.Reason) {
            try checkShortest(content)
            let primary = content.primary == nil ? nil : "999999999840012"
            let symbol = try encoder.encode(
                content.shortestValue, as: content, primary: primary, isSample: true)
            for dpi in HeadDPI.allCases {
                let frame = DotFrame(item.place, rotation: item.element.rotation, dpi: dpi)
                switch symbol {
                case .modules(let grid):
                    let layout = try SymbolLayout(
                        content, grid, width: frame.width, height: frame.height, dpi: dpi)
                    try layout.checkWidth(grid, dpi: dpi)
                case .hexagons(let grid):
                    _ = try HexagonLayout(grid, width: frame.width, height: frame.height, dpi: dpi)
                }
            }
        } catch {
            return "even its shortest value cannot be printed: \(error)"
        }
        return nil
    }

    private func checkShortest(_ content: BarcodeContent) throws(ElementRefusal.Reason) {
        guard content.symbology == .gs1Code128 else { return }
        do throws(GS1Fault) {
            try GS1Rules.checkLength(content.shortestElements)
        } catch {
            throw .gs1(error.description)
        }
    }

    /// What is already known of the value: all of it, or single element strings.
    private func valueFault(_ content: BarcodeContent, _ item: PlacedElement, _ trial: TrialPrint) -> String?
    {
        if content.isConstant { return trial.refusal(of: item) }
        guard case .elementStrings(let pairs) = content.value else { return nil }
        for (ai, value) in pairs {
            guard let value = value.constant else { continue }
            do throws(GS1Fault) { _ = try ElementString(ai: ai, value: value) } catch {
                return error.description
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
    /// Whether it holds the same on every label.
    fileprivate var isConstant: Bool {
        let own =
            switch value {
            case .text(let text): text.isConstant
            case .elementStrings(let pairs): pairs.allSatisfy(\.value.isConstant)
            }
        return own && primary?.isConstant != false
    }

    /// A value that makes the smallest symbol.
    fileprivate var shortestValue: String {
        switch value {
        case .text:
            switch symbology {
            case .ean13, .itf14: return "0000000000000"
            default: return "0"
            }
        case .elementStrings:
            if symbology == .digitalLinkQR {
                return domain + shortestElements.map { "/\($0.ai)/\($0.value)" }.joined()
            }
            return shortestElements.map { "[\($0.ai)]\($0.value)" }.joined()
        }
    }

    fileprivate var shortestElements: [(ai: String, value: String)] {
        guard case .elementStrings(let pairs) = value else { return [] }
        return pairs.map { ($0.ai, ApplicationIdentifier.named($0.ai)?.shortestValue ?? "") }
    }
}

extension FilledText {
    /// The text where no key is in it.
    fileprivate var constant: String? {
        guard isConstant else { return nil }
        return pieces.map { if case .literal(let words) = $0 { words } else { "" } }.joined()
    }
}

extension ApplicationIdentifier {
    fileprivate var shortestValue: String {
        parts.map { String(repeating: "0", count: $0.length.lowerBound) }.joined()
    }
}
