import Domain

extension Answer {
    /// The tote that the answer names, which has to be free.
    ///
    /// - Parameters:
    ///   - tote: the tote with this code, whatever it holds and wherever it is; nil where there is none.
    ///   - isKnown: whether a code that names no tote names something else.
    func freeTote(_ tote: Tote?, isKnown: Bool, in warehouse: WarehouseCode) throws(Refusal) -> Tote {
        guard let tote else {
            guard isKnown else { throw .unknownTote(text) }
            throw .wrongTote(expected: "a free tote", scanned: text, scannedIs: "")
        }
        guard tote.serves(warehouse) else {
            throw .wrongTote(expected: "a free tote of \(warehouse)", scanned: text, scannedIs: "")
        }
        guard tote.state == .free else { throw .toteInUse(tote: tote.id.text, by: "") }
        return tote
    }
}
