import Domain

/// How far a walk leads, and between which stations: the first reason for each of its stops.
struct TourWay: Sentence {
    let tour: TourRow
    let lengthMM: Int
    let start: StationCode
    let finish: StationCode

    init(of tour: Tour) {
        (self.tour, lengthMM, start, finish) = (tour.row, tour.lengths.plannedMM, tour.start, tour.finish)
    }
}
