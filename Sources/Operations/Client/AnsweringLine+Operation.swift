public import LineProtocol

extension AnsweringLine {
    /// Sends an operation and waits for its result.
    ///
    ///     let head = try client.call(Status()).head
    ///     let left = try client.call(handover, commandID: ids.next()).left
    ///
    /// - Parameter commandID: needed where the operation changes something.
    /// - Throws: ``ClientError/refused(_:)`` with the daemon's error; ``ClientError/unreadable(method:fault:)`` where
    ///   the answer lacks what is declared.
    public func call<Asked: Operation>(
        _ operation: Asked, commandID: String? = nil
    ) throws(ClientError) -> Asked.Result {
        let answer = try call(Asked.declaration.name, operation.requestParams(commandID: commandID))
        return try Asked.result(in: answer)
    }

    /// Every row of a list, page after page.
    public func all<Asked: ListOperation>(_ list: Asked) throws(ClientError) -> [Asked.Result.Row] {
        var list = list
        list.page.limit = WireLimits.listRowsMax
        var rows: [Asked.Result.Row] = []
        while true {
            let page = try call(list)
            rows += page.rows
            guard page.hasMore, let next = page.next else { return rows }
            list.page.after = next
        }
    }
}

extension PipelinedLine {
    /// Sends an operation without waiting: its result is due from ``receive(_:)`` after those before it.
    public func send<Asked: Operation>(
        _ operation: Asked, commandID: String? = nil
    ) throws(ClientError) {
        try send(Asked.declaration.name, operation.requestParams(commandID: commandID))
    }

    /// The result of the oldest operation that has none yet, which is of this type.
    public func receive<Asked: Operation>(_ type: Asked.Type) throws(ClientError) -> Asked.Result {
        try Asked.result(in: try receive())
    }
}
