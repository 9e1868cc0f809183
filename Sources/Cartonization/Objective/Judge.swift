/// What a parcel adds to an answer's value by the objective asked for.
///
/// All criteria are sums over parcels, so that a search may compare a few boxes without the others.
struct Judge: Sendable {
    /// As far as the carrier accepts them.
    let boxes: [BoxType]
    let freight: FreightTable?
    let profile: ObjectiveProfile
    private let first, second, third: ObjectiveProfile.Criterion
    /// The first criterion other than the number of parcels: what one box is preferred to another for.
    private let thrift: ObjectiveProfile.Criterion
    private let prices: [BoxPrice]
    /// Whether money is known; otherwise boxes are compared by inner volume.
    let comparesMoney: Bool

    /// What is known of a box type before anything is in it.
    private struct BoxPrice {
        let volume: Int
        /// Box and handling, nil where boxes are compared by inner volume.
        let money: Int?
        let tareG: Int
        let volumeWeightG: Int
    }

    init(boxes: [BoxType], profile: ObjectiveProfile, freight: FreightTable? = nil) {
        self.boxes = freight.map { freight in boxes.map(freight.limiting) } ?? boxes
        self.freight = freight
        self.profile = profile
        let criteria = profile.criteria
        (first, second, third) = (criteria[0], criteria[1], criteria[2])
        thrift = criteria.first { $0 != .parcels } ?? .volume
        let comparesMoney = freight != nil || boxes.allSatisfy { $0.cost != nil }
        self.comparesMoney = comparesMoney
        prices = boxes.map {
            BoxPrice(
                volume: $0.inner.volumeMM3,
                money: comparesMoney ? ($0.cost ?? 0) + (freight?.handling ?? 0) : nil,
                tareG: $0.tareG, volumeWeightG: freight?.billableG(of: $0, grossG: 0) ?? 0)
        }
    }

    /// What one parcel adds.
    func value(box: Int, contentsG: Int) -> Value {
        Value(
            first: amount(first, box: box, contentsG: contentsG),
            second: amount(second, box: box, contentsG: contentsG),
            third: amount(third, box: box, contentsG: contentsG))
    }

    /// What one parcel adds to the first criterion other than the number of parcels.
    func cost(box: Int, contentsG: Int) -> Int { amount(thrift, box: box, contentsG: contentsG) }

    func amount(_ criterion: ObjectiveProfile.Criterion, box: Int, contentsG: Int) -> Int {
        switch criterion {
        case .parcels: return 1
        case .volume: return prices[box].volume
        case .freight: return freightPrice(box: box, contentsG: contentsG)
        case .cost:
            guard let money = prices[box].money else { return prices[box].volume }
            return money + freightPrice(box: box, contentsG: contentsG)
        }
    }

    private func freightPrice(box: Int, contentsG: Int) -> Int {
        guard let freight else { return 0 }
        return freight.price(billableG: max(prices[box].tareG + contentsG, prices[box].volumeWeightG))
    }

    /// The box types from the best for these contents to the worst.
    func ranked(contentsG: Int) -> [Int] {
        boxes.indices.map { (value: value(box: $0, contentsG: contentsG), box: $0) }.sorted {
            ($0.value, prices[$0.box].volume, $0.box) < ($1.value, prices[$1.box].volume, $1.box)
        }.map(\.box)
    }
}
