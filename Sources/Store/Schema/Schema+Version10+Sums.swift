/// The part of ``version10`` that is about sums.
extension Schema {
    /// What is promised of a SKU is the sum over its lines, and the number of orders in a stage is counted from them:
    /// both are kept in memory from the opening of the file on, so that an order's acceptance does not write them.
    static let sums10 = """
        DROP TABLE promise;
        DROP TABLE stage_count;
        """
}
