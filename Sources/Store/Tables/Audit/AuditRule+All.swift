extension AuditRule {
    /// The rules that can be checked in the tables alone, in the order in which they are checked.
    public static let all = ofGoods + ofOrders + ofParcels + ofTours + ofTotes + ofTasks + ofHistory + ofReading
}
