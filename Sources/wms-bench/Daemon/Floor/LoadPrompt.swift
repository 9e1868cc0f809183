/// What the daemon asks a worker of the load for, and the code that a worker scans who does as it says.
///
/// Read from the answer's bytes, not as a `Prompt` of `Operations`: see ``WireLine``.
struct LoadPrompt {
    let step: Int
    let expect: String
    let code: String
    /// A tote is bound to an order that has none yet.
    let isBinding: Bool
    /// The totes that are set down, at a station.
    let totes: [String]
}

extension LoadPrompt {
    /// The prompt of an answer; nil where there is nothing to do.
    ///
    /// - Parameters:
    ///   - asked: what was asked for, for messages.
    ///   - totes: where a tote for an order that has none comes from.
    /// - Throws: ``WireFault/noToteLeft(of:)`` where there is none.
    init?(
        in line: WireLine, asked: @autoclosure () -> String, totes: TotePool? = nil
    ) throws(WireFault) {
        guard let step = line.int(.step), let expect = line.text(.expect) else {
            throw .unexpected(asked: asked(), answer: line.beginning)
        }
        if expect == "none" { return nil }
        let isBinding = expect == "tote" && !line.has(.tote)
        var answer = isBinding ? nil : Self.code(in: line, expect: expect)
        if isBinding, let totes { answer = try totes.dequeueFree() }
        guard let code = answer else { throw .unexpected(asked: asked(), answer: line.beginning) }
        self.init(
            step: step, expect: expect, code: code, isBinding: isBinding,
            totes: expect == "station" ? line.texts("totes") : [])
    }

    private static func code(in line: WireLine, expect: String) -> String? {
        switch expect {
        case "item": line.text(.barcode) ?? line.text(.sku)
        case "quantity": line.text("qty_left") ?? line.text(.quantity)
        case "weight": line.text("weight_g")
        case "yes_no": "yes"
        case "label": line.text("sscc").map { "]C100" + $0 }
        default: line.text(.init(stringLiteral: expect))
        }
    }
}
