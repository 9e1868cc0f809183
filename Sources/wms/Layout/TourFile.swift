import JSON
import WarehouseLayout

/// A tour as `wms plan tour` prints it: `{"stops":["B-3-12",{"bin":"D-1-05"}],"length_m":40.0,…}`.
///
/// The line does not say where the tour starts and ends. Where nobody names them they are what the planner takes:
/// the layout's first start, and the pack station nearest to it.
struct TourFile {
    let layout: Layout
    /// The file's name in messages.
    let path: String
    var start: String?
    var end: String?

    /// Reads the first tour of a file's text.
    func read(_ text: String) throws(InputFileError) -> DrawnTour {
        guard let line = text.split(whereSeparator: \.isNewline).first else {
            throw refusal("holds no tour: it needs a line that wms plan tour printed")
        }
        let value: JSONValue
        do throws(JSONFault) { value = try JSONValue(parsing: String(line)) } catch {
            throw refusal("\(error)")
        }
        guard let stops = value["stops"]?.array else {
            throw refusal("holds no stops: it needs a line that wms plan tour printed")
        }
        var bins: [Bin] = []
        for stop in stops { bins.append(try bin(stop.string ?? stop["bin"]?.string ?? stop.description)) }
        let from = try place(start ?? value["start"]?.string) ?? layout.firstStart?.place
        let to = try place(end ?? value["end"]?.string) ?? from.flatMap { layout.nearestPack(to: $0)?.place }
        let tour = DrawnTour(start: from, bins: bins, end: to)
        try check(tour, lengthM: value["length_m"]?.double)
        return tour
    }

    private func bin(_ code: String) throws(InputFileError) -> Bin {
        if let bin = layout.bin(code) { return bin }
        throw refusal("the layout has no bin \"\(code)\"")
    }

    private func place(_ code: String?) throws(InputFileError) -> PlaceID? {
        guard let code else { return nil }
        if let place = layout.station(code)?.place ?? layout.bin(code)?.place { return place }
        throw refusal("the layout has no station \"\(code)\"")
    }

    /// Refuses to draw another walk than the one that was planned.
    private func check(_ tour: DrawnTour, lengthM: Double?) throws(InputFileError) {
        guard let lengthM, abs(lengthM * 1000 - Double(tour.lengthMM(on: layout))) >= 1 else { return }
        throw refusal(
            "the tour is \(lengthM) m long, but its stops make \(Double(tour.lengthMM(on: layout)) / 1000) m here: "
                + "name the stations it was planned between with --start and --end, or check the layout")
    }

    private func refusal(_ message: String) -> InputFileError {
        InputFileError(description: "\(path): \(message)")
    }
}
