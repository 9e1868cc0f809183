public import Domain
public import JSON
public import Operations

extension SKUGet {
    public init(_ code: String, of client: ClientID? = nil) {
        self.init()
        (self.code, self.client) = (code, client)
    }
}

extension SKUUpsert {
    /// - Parameter size: of one piece.
    public init(_ sku: SKUID, size: SizeMM? = nil, weightG: Int) {
        self.init()
        (self.sku, self.size, self.weightG) = (sku, size, weightG)
    }
}

extension BoxUpsert {
    /// - Parameter inner: the room inside in millimetres.
    public init(_ box: BoxID, inner: SizeMM, tareG: Int? = nil, cost: String? = nil) {
        self.init()
        (self.box, self.inner, self.tareG, self.cost) = (box, inner, tareG, cost)
    }
}

extension ToteUpsert {
    public init(_ tote: ToteID, tareG: Int? = nil, in warehouse: WarehouseCode? = nil) {
        self.init()
        (self.tote, self.tareG, self.warehouse) = (tote, tareG, warehouse)
    }
}

extension ToteList {
    public init(_ state: ToteState, in warehouse: WarehouseCode? = nil) {
        self.init()
        (self.state, self.warehouse) = (state, warehouse)
    }
}

extension ImportBegin {
    public init(_ kind: ImportedThing, in warehouse: WarehouseCode? = nil) {
        self.init()
        (self.kind, self.warehouse) = (kind, warehouse)
    }
}

extension ImportRows {
    public init(_ number: ImportRow, from firstLine: Int, _ rows: [JSONObject]) {
        self.init()
        (self.number, self.firstLine, self.rows) = (number, firstLine, rows)
    }
}

extension ImportCommit {
    public init(_ number: ImportRow) {
        self.init()
        self.number = number
    }
}
