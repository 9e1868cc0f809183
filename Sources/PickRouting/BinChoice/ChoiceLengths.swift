import WarehouseLayout

/// The length of the walk through a set of places that changes by one place at a time.
protocol ChoiceLengths: AnyObject {
    /// Work done so far, one unit about a nanosecond.
    var work: Int { get }
    var lengthMM: Int { get }

    /// By places given at the beginning: the number that stands for each; one place has one number.
    var numbers: [Int] { get }

    /// Places of one region are left or sought together.
    func region(of number: Int) -> Int
    func insert(_ number: Int)
    func remove(_ number: Int)
    /// How much longer the walk becomes with this place too.
    func detourMM(to number: Int) -> Int
}

/// Lengths on any ground: each is a walk measured from start to end.
final class MeasuredLengths: ChoiceLengths {
    /// What a measure costs in the units of work of ``BinChoice/Parameters``, times ``WalkMeasure/cost``.
    static let workPerMeasure = 1_500

    private let measure: WalkMeasure
    private var places: PlaceSet
    private var known: Int?
    let numbers: [Int]
    private(set) var work = 0

    init(_ measure: WalkMeasure, places: [PlaceID]) {
        self.measure = measure
        self.places = PlaceSet(wordCount: measure.wordCount)
        numbers = places.map(measure.bit(of:))
    }

    var lengthMM: Int {
        if let known { return known }
        let length = lengthMM(of: places)
        known = length
        return length
    }

    func region(of number: Int) -> Int { number }

    func insert(_ number: Int) {
        places.insert(number)
        known = nil
    }

    func remove(_ number: Int) {
        places.remove(number)
        known = nil
    }

    func detourMM(to number: Int) -> Int {
        if places.contains(number) { return 0 }
        var joined = places
        joined.insert(number)
        return lengthMM(of: joined) - lengthMM
    }

    private func lengthMM(of places: PlaceSet) -> Int {
        work += Self.workPerMeasure * measure.cost
        return measure.lengthMM(of: places)
    }
}
