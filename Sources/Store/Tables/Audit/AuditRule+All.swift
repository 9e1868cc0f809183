extension AuditRule {
    /// The rules that the tables alone can tell, in the order in which they are looked at.
    public static let all = ofGoods + ofOrders + ofParcels + ofTours + ofTotes + ofTasks + ofHistory
}
