public import Domain
public import Operations

// A parcel is named as `code_or_number` says: by its number, its SSCC, or a scan of its label.

extension PackStart {
    public init(_ session: Int, _ code: String) {
        self.init()
        (self.session, self.code) = (SessionRow(session), code)
    }
}

extension PackScan {
    public init(_ session: Int, step: Int, _ code: String) {
        self.init()
        (self.session, self.step, self.code) = (SessionRow(session), step, code)
    }
}

extension PackBox {
    public init(_ parcel: String, _ box: String) {
        self.init()
        (self.parcel, self.box) = (parcel, box)
    }
}

extension PackUndo {
    public init(_ parcel: String) {
        self.init()
        self.parcel = parcel
    }
}

extension PackWeigh {
    public init(_ parcel: String, weightG: Int) {
        self.init()
        (self.parcel, self.weightG) = (parcel, weightG)
    }
}

extension PackClose {
    public init(_ parcel: String) {
        self.init()
        self.parcel = parcel
    }
}

extension PackConfirm {
    public init(_ parcel: String, code: String) {
        self.init()
        (self.parcel, self.code) = (parcel, code)
    }
}

extension PackReopen {
    public init(_ parcel: String, reason: String) {
        self.init()
        (self.parcel, self.reason) = (parcel, reason)
    }
}

extension ParcelGet {
    public init(_ parcel: String) {
        self.init()
        self.parcel = parcel
    }
}

extension ParcelList {
    public init(of order: OrderID) {
        self.init()
        self.order = order
    }
}

extension ParcelHandover {
    public init(_ code: String, to driver: DriverID = "D-7") {
        self.init()
        (self.code, self.driver) = (code, driver)
    }
}
