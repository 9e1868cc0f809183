import Domain

/// Which goods of a bin a count is about.
struct CountScope: Equatable, Sendable {
    /// "" for those of everybody where no SKU is named, else for those of no client.
    var client: ClientID = ""
    /// Nil for whatever lies there.
    var sku: SKUID?

    func covers(_ client: ClientID, _ sku: SKUID) -> Bool {
        guard let wanted = self.sku else { return self.client.isEmpty || client == self.client }
        return wanted == sku && client == self.client
    }

    func covers(_ goods: BinGoods) -> Bool { covers(goods.client, goods.sku) }

    /// The smallest that covers both.
    func joined(with other: CountScope) -> CountScope {
        self == other ? self : CountScope(client: client == other.client ? client : "")
    }
}

extension WorkTask {
    /// What a task of counting is about.
    var countScope: CountScope { CountScope(client: work.client, sku: work.sku) }
}
