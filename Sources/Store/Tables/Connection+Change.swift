import Domain

extension Connection {
    /// Refuses a change that did not find its row as it was read before: nothing is ever lost silently.
    ///
    ///     try expectOne(db.run(Self.finish, now, tour.row, tour.state), "tour", "\(tour.row), \(tour.state)")
    func expectOne(
        _ changed: Int, _ table: String, _ row: @autoclosure () -> some CustomStringConvertible
    ) throws(Refusal) {
        guard changed == 1 else { throw .missingRow(table, row()) }
    }
}

/// Refuses an insertion in a state in which nothing of the kind comes into being.
func checkInitial<State: FloorState>(_ state: State) throws(Refusal) {
    guard State.initial.contains(state) else {
        throw .wrongState(
            thing: "new \(State.thing)", state: state.rawValue, wanted: State.oneOf(State.initial))
    }
}

extension Optional {
    /// As a column has it in which "" stands for none.
    func orEmpty<Kind>() -> Identifier<Kind> where Wrapped == Identifier<Kind> { self ?? "" }
}

extension Columns {
    /// An id, or nil where "" stands for none.
    mutating func idOrNone<Kind>() throws(Refusal) -> Identifier<Kind>? {
        let id: Identifier<Kind> = try id()
        return id.isEmpty ? nil : id
    }
}
