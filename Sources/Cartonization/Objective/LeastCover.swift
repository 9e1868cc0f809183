/// A bound on the value of any packing: the best choice of boxes that together have the room, the payload
/// and the number of places that the pieces need. Where the pieces stand is left out of account.
///
/// Branch and bound over offers sorted by value; see Martello and Toth, "Knapsack Problems" (1990), on the
/// covering form.
struct LeastCover {
    /// What one box may hold and what it then adds to the value.
    struct Offer {
        var room: Int
        var payloadG: Int
        var pieces: Int
        var value: Value
    }

    /// What the boxes must hold together.
    struct Need {
        var room: Int
        var weightG: Int
        var pieces: Int
        var parcelsLeast: Int
    }

    /// What bounds the search.
    struct Parameters {
        /// Choices tried before the search gives up.
        var choicesMax = 20_000
        /// Boxes in one choice before it gives up: the calls stand that deep in one another.
        var parcelsMax = 48
    }

    private let parameters: Parameters
    private let offers: [Offer]
    /// The most that any offer from here on holds.
    private let most: [Offer]
    private var choicesLeft = 0

    init(_ offers: [Offer], parameters: Parameters = Parameters()) {
        self.parameters = parameters
        self.offers = Self.undominated(offers.sorted { $0.value < $1.value })
        var most = self.offers
        for index in most.indices.dropLast().reversed() {
            most[index].room = max(most[index].room, most[index + 1].room)
            most[index].payloadG = max(most[index].payloadG, most[index + 1].payloadG)
            most[index].pieces = max(most[index].pieces, most[index + 1].pieces)
        }
        self.most = most
    }

    /// Those that hold more than every cheaper one in some way.
    private static func undominated(_ sorted: [Offer]) -> [Offer] {
        var kept: [Offer] = []
        for offer in sorted
        where !kept.contains(where: {
            $0.room >= offer.room && $0.payloadG >= offer.payloadG && $0.pieces >= offer.pieces
        }) {
            kept.append(offer)
        }
        return kept
    }

    /// A value that no cover is below: the least that there is, or `known` where none is better. Where too
    /// many choices would have to be tried, each criterion by itself.
    mutating func value(for need: Need, below known: Value) -> Value {
        guard let first = most.first else { return known }
        choicesLeft = parameters.choicesMax
        var best = known
        if parcelsLeast(need, first) > parameters.parcelsMax { choicesLeft = 0 }
        choose(from: 0, need, Value(), depth: 0, &best)
        return choicesLeft > 0 ? best : min(known, eachAlone(need, first))
    }

    private mutating func choose(
        from start: Int, _ need: Need, _ sum: Value, depth: Int, _ best: inout Value
    ) {
        if need.parcelsLeast <= 0 && need.room <= 0 && need.weightG <= 0 && need.pieces <= 0 {
            best = min(best, sum)
            return
        }
        if depth == parameters.parcelsMax { choicesLeft = 0 }
        for index in start..<offers.count where choicesLeft > 0 {
            choicesLeft -= 1
            let offer = offers[index]
            if sum + parcelsLeast(need, most[index]) * offer.value >= best { return }
            let rest = Need(
                room: need.room - offer.room, weightG: Self.less(need.weightG, offer.payloadG),
                pieces: Self.less(need.pieces, offer.pieces), parcelsLeast: need.parcelsLeast - 1)
            choose(from: index, rest, sum + offer.value, depth: depth + 1, &best)
        }
    }

    private func eachAlone(_ need: Need, _ most: Offer) -> Value {
        let parcels = parcelsLeast(need, most)
        func least(_ criterion: KeyPath<Value, Int>) -> Int {
            let cheapest = offers.map { $0.value[keyPath: criterion] }.min() ?? 0
            // What one unit of room costs where it is cheapest, as a fraction, times the room.
            let byRoom =
                offers.map { offer -> Int in
                    let product = offer.value[keyPath: criterion].multipliedFullWidth(by: max(0, need.room))
                    guard product.high < offer.room else { return .max }
                    let (quotient, remainder) = offer.room.dividingFullWidth(product)
                    return remainder > 0 ? quotient + 1 : quotient
                }.min() ?? 0
            return max(parcels * cheapest, byRoom)
        }
        return Value(first: least(\.first), second: least(\.second), third: least(\.third))
    }

    /// How many boxes are needed at least when none holds more than `most`.
    private func parcelsLeast(_ need: Need, _ most: Offer) -> Int {
        func quotient(_ amount: Int, _ limit: Int) -> Int {
            amount <= 0 ? 0 : limit == .max ? 1 : (amount - 1) / max(1, limit) + 1
        }
        return max(
            1, need.parcelsLeast, quotient(need.room, most.room), quotient(need.weightG, most.payloadG),
            quotient(need.pieces, most.pieces))
    }

    /// Subtraction from an amount that may be limitless.
    private static func less(_ amount: Int, _ held: Int) -> Int { held == .max ? 0 : amount - held }
}

extension Judge {
    /// What each box type has to offer: with freight, once for each step that its contents may bring it to.
    func offers(_ facts: (_ box: Int) -> PackingTables.BoxFacts, supply: [Int]) -> [LeastCover.Offer] {
        boxes.indices.filter { supply[$0] > 0 && facts($0).payloadG >= 0 }.flatMap { box in
            let facts = facts(box)
            return payloads(box: box, upToG: facts.payloadG).map { payloadG in
                LeastCover.Offer(
                    room: Int(facts.volume), payloadG: payloadG, pieces: facts.itemsMax,
                    value: value(box: box, contentsG: payloadG))
            }
        }
    }

    /// The most that the contents may weigh at each price.
    private func payloads(box: Int, upToG mostG: Int) -> [Int] {
        guard let freight else { return [mostG] }
        let tareG = boxes[box].tareG
        return freight.steps.map { min($0.toG - tareG, mostG) }.filter { $0 >= 0 }
    }
}
