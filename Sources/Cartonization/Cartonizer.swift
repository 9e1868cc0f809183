/// Chooses boxes for the items of an order and the place of every piece in them.
///
///     let cartonizer = try Cartonizer(boxes: [BoxType(id: "S", inner: Size(lengthMM: 240, widthMM: 160, heightMM: 100))])
///     let tea = Item(sku: "TEA-250G", quantity: 4, size: Size(lengthMM: 120, widthMM: 80, heightMM: 60), weightG: 270)
///     let packing = try cartonizer.pack([tea])
///     packing.parcels.count             // 1
///     packing.parcels[0].items[1].at    // BoxPosition(xMM: 120, yMM: 0, zMM: 0)
///
/// The same items, boxes, rules, profile, effort and seed give the same packing on any machine.
public struct Cartonizer: Sendable {
    /// Places tried for one question before the best answer so far is given.
    public static let effortDefault = 1_800_000

    public let boxes: [BoxType]
    public let rules: PackingRules
    public let profile: ObjectiveProfile
    public let freight: FreightTable?
    let effort: Int
    let seed: UInt64
    private let cache: AnswerCache?
    let judge: Judge
    let indexOfBox: [String: Int]

    /// - Parameters:
    ///   - freight: the carrier's prices, part of the cost, and the most that it accepts.
    ///   - effort: the most places that the search may try for one question.
    ///   - seed: fixes every random choice.
    ///   - cache: where answers are kept and found again; nil to find each anew.
    /// - Throws: ``PackingError`` where a box or rule is out of range.
    public init(
        boxes: [BoxType], rules: PackingRules = PackingRules(), profile: ObjectiveProfile = .fewestParcels,
        freight: FreightTable? = nil, effort: Int = effortDefault, seed: UInt64 = 1, cache: AnswerCache? = nil
    ) throws(PackingError) {
        try BoxCheck.check(boxes, rules)
        try ObjectiveCheck.check(profile, boxes, freight)
        if effort < 0 { throw .rules(field: "the effort", problem: "is \(effort); it must be 0 or more") }
        self.boxes = boxes
        self.rules = rules
        self.profile = profile
        self.freight = freight
        self.effort = effort
        self.seed = seed
        self.cache = cache
        judge = Judge(boxes: boxes, profile: profile, freight: freight)
        indexOfBox = Dictionary(uniqueKeysWithValues: boxes.enumerated().map { ($1.id, $0) })
    }

    /// The best packing found for `items`.
    ///
    /// - Parameter budget: the search gives the best that it has when this time is over. Nil, as a rule, so that the answer does not depend on the clock.
    /// - Throws: ``PackingError`` naming the first item that is out of range.
    public func pack(_ items: [Item], budget: Duration? = nil) throws(PackingError) -> Packing {
        try ItemCheck.check(items)
        let (question, sources) = try Question.canonical(items)
        let draft = answer(question, deadline: budget.map(Deadline.init))
        return PackingWriter(items: items, boxes: boxes, question: question, sources: sources).packing(draft)
    }

    /// The packing of `items` where it was found before and is still in the cache.
    ///
    /// - Throws: ``PackingError`` naming the first item that is out of range.
    public func known(_ items: [Item]) throws(PackingError) -> Packing? {
        try ItemCheck.check(items)
        let (question, sources) = try Question.canonical(items)
        guard let draft = cache?.draft(for: AnswerCache.Key(terms: terms, question: question)) else { return nil }
        return PackingWriter(items: items, boxes: boxes, question: question, sources: sources).packing(draft)
    }

    private func answer(_ question: Question, deadline: Deadline?) -> Draft {
        let key = cache.map { _ in AnswerCache.Key(terms: terms, question: question) }
        if let key, let known = cache?.draft(for: key) { return known }
        let draft = search(for: question, deadline: deadline).solve()
        if let key { cache?.keep(draft, for: key) }
        return draft
    }

    func search(for question: Question, deadline: Deadline?) -> PackingSearch {
        PackingSearch(
            question, judge: judge, rules: rules, supply: boxes.map { $0.supply ?? .max }, effort: effort,
            seed: seed, deadline: deadline)
    }

    private var terms: AnswerCache.Terms {
        AnswerCache.Terms(
            boxes: boxes, rules: rules, profile: profile, freight: freight, effort: effort, seed: seed)
    }

    /// The same cartonizer with another wish.
    ///
    /// - Throws: ``PackingError`` where what the profile compares is not known.
    func with(_ profile: ObjectiveProfile) throws(PackingError) -> Cartonizer {
        try Cartonizer(
            boxes: boxes, rules: rules, profile: profile, freight: freight, effort: effort, seed: seed,
            cache: cache)
    }
}
