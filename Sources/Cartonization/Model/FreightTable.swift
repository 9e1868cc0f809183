/// What a carrier charges for a parcel, by its billable weight.
///
/// Billable is the larger of the gross weight and the outer volume divided by ``divisor``. A parcel beyond
/// the last step is not accepted, whatever the profile.
public struct FreightTable: Hashable, Sendable {
    /// The price of every parcel up to a billable weight and above the step before.
    public struct Step: Hashable, Sendable {
        public let toG: Int
        /// In 1/10,000 of the money unit.
        public let price: Int

        public init(toG: Int, price: Int) {
            self.toG = toG
            self.price = price
        }
    }

    /// From the lightest to the heaviest.
    public let steps: [Step]
    /// Volume per weight in cm³ a kg, which is mm³ a g; nil where the gross weight alone counts.
    public let divisor: Int?
    /// What a parcel costs to pack and to hand over, in 1/10,000 of the money unit.
    public let handling: Int

    public init(steps: [Step], divisor: Int? = nil, handling: Int = 0) {
        self.steps = steps
        self.divisor = divisor
        self.handling = handling
    }

    /// The weight that a parcel of this type is billed for, rounded up to whole grams.
    public func billableG(of box: BoxType, grossG: Int) -> Int {
        guard let divisor else { return grossG }
        return max(grossG, ((box.outer ?? box.inner).volumeMM3 + divisor - 1) / divisor)
    }

    /// The step that a billable weight falls into, nil beyond the last.
    ///
    /// - Complexity: logarithmic in the number of steps.
    func stepIndex(billableG: Int) -> Int? {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].toG < billableG { low = middle + 1 } else { high = middle }
        }
        return low < steps.count ? low : nil
    }

    /// Without handling; beyond the last step, its price.
    func price(billableG: Int) -> Int {
        stepIndex(billableG: billableG).map { steps[$0].price } ?? steps.last?.price ?? 0
    }

    /// The box type as far as the carrier accepts it: no heavier than the last step, and none at all where the
    /// empty box is already beyond it.
    func limiting(_ box: BoxType) -> BoxType {
        var limited = box
        guard stepIndex(billableG: billableG(of: box, grossG: box.tareG)) != nil, let last = steps.last else {
            limited.maxGrossG = box.tareG - 1
            return limited
        }
        limited.maxGrossG = min(box.maxGrossG ?? .max, last.toG)
        return limited
    }
}
