public import Domain

/// All that one data folder keeps: one type for each group of tables, each the only one that reads and writes them.
///
/// A store is used from one thread at a time. What is written in ``Connection/transaction(_:)`` is durable when
/// that returns.
public final class Store {
    public let db: Connection
    public let orders: OrderTable
    public let releaseRuns: ReleaseRunTable
    public let picks: PickTable
    public let tasks: TaskTable
    public let tours: TourTable
    public let totes: ToteTable
    public let sessions: SessionTable
    public let skus: SKUTable
    public let boxes: BoxTable
    public let stock: StockTable
    public let accounts: AccountTable
    public let promises: PromiseTable
    public let layouts: LayoutTable
    public let parcels: ParcelTable
    public let manifests: ManifestTable
    public let labels: LabelTable
    public let events: EventTable
    public let consumers: ConsumerTable
    public let commands: CommandTable
    public let imports: ImportTable
    public let archive: ArchiveTable
    public let meta: MetaTable
    public let audit: AuditTable

    /// - Throws: what the database refuses where it adds up what is kept in memory.
    /// - Complexity: linear in the orders outside the archive and in the lines that are promised something.
    public init(_ db: Connection) throws(Refusal) {
        self.db = db
        orders = try OrderTable(db)
        releaseRuns = ReleaseRunTable(db)
        tours = TourTable(db)
        picks = PickTable(db, tours: tours)
        tasks = TaskTable(db, tours: tours)
        totes = ToteTable(db)
        sessions = SessionTable(db)
        skus = SKUTable(db)
        boxes = BoxTable(db)
        stock = StockTable(db)
        accounts = AccountTable(db)
        promises = try PromiseTable(db)
        layouts = LayoutTable(db)
        parcels = ParcelTable(db)
        manifests = ManifestTable(db)
        labels = LabelTable(db)
        events = EventTable(db)
        consumers = ConsumerTable(db)
        commands = CommandTable(db)
        imports = ImportTable(db)
        archive = ArchiveTable(db)
        meta = MetaTable(db)
        audit = AuditTable(db, orders: orders, promises: promises, events: events)
    }
}
