public import Domain
public import Operations

extension LabelList {
    public init(state: LabelState) {
        self.init()
        self.state = state
    }

    public init(after job: Int? = nil, limit: Int) {
        self.init()
        page.after = job.map { String($0) }
        page.limit = limit
    }
}

extension LabelMove {
    public init(job: Int, to printer: PrinterName) {
        self.init()
        (self.job, self.printer) = (LabelRow(job), printer)
    }

    public init(from: PrinterName, to printer: PrinterName) {
        self.init()
        (self.from, self.printer) = (from, printer)
    }
}

extension LabelReprint {
    public init(parcel: String, reason: String) {
        self.init()
        (self.parcel, self.reason) = (parcel, reason)
    }

    public init(job: Int, reason: String) {
        self.init()
        (self.job, self.reason) = (LabelRow(job), reason)
    }
}

extension LabelVoid {
    public init(parcel: String, reason: String) {
        self.init()
        (self.parcel, self.reason) = (parcel, reason)
    }

    public init(job: Int, reason: String) {
        self.init()
        (self.job, self.reason) = (LabelRow(job), reason)
    }
}

extension LabelOutcome {
    public init(job: Int, _ outcome: LabelState) {
        self.init()
        (self.job, self.outcome) = (LabelRow(job), outcome)
    }
}
