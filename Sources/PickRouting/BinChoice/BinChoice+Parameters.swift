extension BinChoice {
    /// What steers the choice of bins: one group for each of its steps.
    ///
    /// All amounts of work are in one unit, about a nanosecond on the machine on which they were measured; work
    /// is counted, never timed, so that the same question has the same answer everywhere.
    struct Parameters {
        /// How much work one effort buys.
        var workPerEffort = 1_000
        /// What one distance of the table costs that a search needs where no meter measures walks.
        var workPerDistance = 50
        var aisles = AisleChoice.Parameters()
        var search = ChoiceSearch.Parameters()
    }
}

extension AisleChoice {
    /// What steers the choice on wholly open rectangular floors.
    struct Parameters {
        /// One stage of the choice: the local search goes on until `searchPercent` of the work is spent, then
        /// partial walks are extended side by side, the best `width` of them at each step.
        struct Stage {
            var searchPercent: Int
            var width: Int
        }

        var stages = [
            Stage(searchPercent: 5, width: 64), Stage(searchPercent: 40, width: 256),
            Stage(searchPercent: 85, width: 512),
        ]
        /// Partial walks get, in percent of what the local search has had, so much work at each stage.
        var walksPercent = 50
        /// How often prices are changed at each stage, at most.
        var priceRoundsMax = 120
        /// One part in so many of all work is spent on prices at each stage, at most.
        var priceWorkParts = 6
        var prices = BinPrices.Parameters()
        var walks = PartialWalks.Parameters()
    }
}

extension BinPrices {
    /// What steers the ascent of the prices.
    struct Parameters {
        /// In 1,024ths of the way to the known length: how far the first step aims.
        var strideFirst = 1_024
        /// The ascent ends with a stride of so much or less.
        var strideLast = 8
        /// So many rounds without a better bound halve the stride.
        var idleRoundsMax = 4
        /// A step aims beyond the known length by one part in so many of it.
        var overshootParts = 64
    }
}

extension PartialWalks {
    /// What bounds the extension of partial walks side by side.
    struct Parameters {
        /// A walk is compared with so many of the kept ones of its state, to see whether one dominates it.
        var rivalsMax = 64
        /// With more ways through all stretches than this the bound is too weak: nothing is extended.
        var waysMax = 3_000
        /// Pairs of points of one stretch, over all stretches: a way for each is tried, so many in half a
        /// millisecond.
        var pairsMax = 250_000
        /// When the work is spent, so many walks are still extended.
        var widthLeast = 8
        /// What one partial walk costs.
        var workPerWalk = 150
    }
}

extension ChoiceSearch {
    /// What steers the local search over the lines.
    struct Parameters {
        /// A line is filled in so many rounds at most: of few bins one is added a round, of many several.
        var fillRoundsMax = 64
        /// The most lines for which one perturbation draws bins at random.
        var redrawnLinesMax = 3
        /// The most neighbouring regions that one perturbation leaves.
        var leftRegionsMax = 16
        /// A choice may be longer than the best by one part in so many, by ever less towards the end of the work.
        var slackParts = 100
        /// A perturbation reads all lines: so many of their bins cost a unit of work.
        var binsPerWork = 4
    }
}
