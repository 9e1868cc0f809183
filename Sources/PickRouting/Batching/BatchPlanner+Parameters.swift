extension BatchPlanner {
    /// What steers batching: one group for each of its steps.
    struct Parameters {
        /// How many walks may be measured for each effort: once for the savings, once for the search.
        var measuresPerEffort = 1_000
        /// A neighbourhood holds at least so many cartfuls of orders.
        var cartfulsMin = 2
        var search = CartSearch.Parameters()
    }
}

extension CartSearch {
    /// What steers the local search over filled carts.
    struct Parameters {
        /// Where orders are due, one empty cart for every so many: orders may have to go ahead of others.
        var cartsPerEmpty = 4
        /// How many pairs of orders one perturbation tries to swap.
        var swapsPerPerturbation = 2...4
        /// Carts may be longer than the best by one part in so many, by ever less towards the end.
        var slackParts = 100
    }
}
