public import Domain
public import Operations

// The operations that tests call, each made with its params in one expression.

extension OrderGet {
    public init(_ order: OrderID) {
        self.init()
        name.order = order
    }
}

extension OrderExplain {
    public init(_ order: OrderID) {
        self.init()
        name.order = order
    }
}

extension OrderUnrelease {
    public init(_ order: OrderID) {
        self.init()
        name.order = order
    }
}

extension OrderHold {
    public init(_ order: OrderID, reason: String) {
        self.init()
        name.order = order
        self.reason = reason
    }
}

extension OrderResume {
    public init(_ order: OrderID) {
        self.init()
        name.order = order
    }
}

extension OrderCancel {
    public init(_ order: OrderID, reason: String? = nil) {
        self.init()
        name.order = order
        self.reason = reason
    }
}

extension OrderRelease {
    public init(_ order: OrderID) {
        self.init()
        self.order = order
    }

    /// Of all orders that wait.
    public init(allOf client: ClientID?, in warehouse: WarehouseCode? = nil) {
        self.init()
        isAll = true
        (self.client, self.warehouse) = (client, warehouse)
    }
}

extension OrderList {
    public init(_ order: OrderID) {
        self.init()
        self.order = order
    }

    public init(stage: OrderStage? = nil, limit: Int) {
        self.init()
        self.stage = stage
        page.limit = limit
    }
}
