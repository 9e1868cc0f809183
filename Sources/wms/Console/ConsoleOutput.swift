import JSON
import LineProtocol

/// How the console shows answers: for people, or as JSON one a line.
struct ConsoleOutput {
    let isJSON: Bool
    /// Remarks beside the answers are for a person at the prompt.
    let isTyped: Bool
    let columns: () -> Int?
    let write: (String) -> Void
    let writeError: (String) -> Void

    /// Words of the console itself.
    func show(_ text: String) { write(text.broken(toColumns: columns())) }

    func show(_ answer: JSONValue, with times: WarehouseTimes?) {
        write(isJSON || answer.isForPrograms ? answer.description : text(of: times?.local(answer) ?? answer))
    }

    func show(event: JSONObject, with times: WarehouseTimes?) {
        let event = JSONValue.object(event)
        write(isJSON ? event.description : EventText.line(times?.local(event) ?? event, columns: columns()))
    }

    func remark(_ text: String) { if isTyped, !isJSON { show("(\(text))") } }

    /// `wrong_bin: this is another bin`, and below it what the refusal knows beyond that.
    func show(error: ClientError, with times: WarehouseTimes?) {
        guard let refusal = error.refusal else { return showError("\(error)") }
        let local = isJSON ? refusal : times?.local(refusal) ?? refusal
        var lines = ["\(local.kind ?? "error \(local.code)"): \(local.message)"]
        if let detail = RefusalText.detail(of: local) { lines.append(detail) }
        if local.mayRetry { lines.append("the same line may be sent again") }
        showError(lines.joined(separator: "\n"))
    }

    func showError(_ text: String) { writeError(text) }

    /// Nil where the daemon has to be asked: for JSON, and for what this program does not know.
    func help(for name: String?) -> String? {
        isJSON ? nil : ConsoleHelp(columns: columns()).text(for: name)
    }

    private func text(of answer: JSONValue) -> String {
        AnswerText.text(of: answer, columns: columns())
    }
}
