public import Domain
public import Operations
public import Store

extension Site {
    /// Events that are read at most for one page of some types, lest it take long.
    static let eventsReadMax = 5_000

    /// The number of the newest event; 0 before the first.
    public var head: Int {
        get throws(StoreError) { try read { (store) throws(Refusal) in try store.events.head() } }
    }

    /// The number of the oldest event kept; that of the next one where there is none.
    public var first: Int {
        get throws(StoreError) { try read { (store) throws(Refusal) in try store.events.first() } }
    }

    /// Events after a sequence number, oldest first, and the point to go on after.
    ///
    /// - Parameter types: only these; nil for all.
    /// - Complexity: O(*limit*) where all types are wanted, else bounded by a limit of its own.
    public func events(after sequence: Int, types: [EventType]?, limit: Int) throws(StoreError) -> EventPage {
        try read { (store) throws(Refusal) in
            try store.events.page(
                after: sequence, types: types.map { Set($0.map(\.rawValue)) }, limit: limit,
                rowsMax: max(limit, types == nil ? limit : Self.eventsReadMax))
        }
    }

    /// The last event that a consumer has acknowledged; nil for one that never did.
    public func acknowledged(by consumer: ConsumerName) throws(StoreError) -> Int? {
        try read { (store) throws(Refusal) in try store.consumers.acknowledged(by: consumer) }
    }
}
