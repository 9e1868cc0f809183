import JSON
import WarehouseLayout

/// A tour as `wms plan tour` prints it: `{"stops":["B-3-12",{"bin":"D-1-05"}],…}`.
enum TourFile {
    /// Reads the first tour of a file.
    ///
    /// `start` and `end` are those of the line, else the layout's first start and the pack station nearest to
    /// the last stop.
    static func read(_ path: String, _ layout: Layout) throws(InputFileError) -> DrawnTour {
        try read(InputFile.text(of: path), from: path, layout)
    }

    /// Reads the first tour of a file's text; `path` is its name in messages.
    static func read(
        _ text: String, from path: String, _ layout: Layout
    ) throws(InputFileError) -> DrawnTour {
        guard let line = text.split(whereSeparator: \.isNewline).first else {
            throw InputFileError(
                description: "\(path) holds no tour: it needs a line that wms plan tour printed")
        }
        let value: JSONValue
        do throws(JSONFault) { value = try JSONValue(parsing: String(line)) } catch {
            throw InputFileError(description: "\(path): \(error)")
        }
        guard let stops = value["stops"]?.array else {
            throw InputFileError(
                description: "\(path) holds no stops: it needs a line that wms plan tour printed")
        }
        var bins: [Bin] = []
        for stop in stops {
            let code = stop.string ?? stop["bin"]?.string ?? stop.description
            guard let bin = layout.bin(code) else {
                throw InputFileError(description: "\(path): the layout has no bin \"\(code)\"")
            }
            bins.append(bin)
        }
        let start = try station(value["start"], path, layout) ?? layout.stations.first { $0.kind == .start }
        let end =
            try station(value["end"], path, layout)
            ?? nearestPack(to: bins.last?.place ?? start?.place, layout)
        return DrawnTour(start: start?.place, bins: bins, end: end?.place)
    }

    private static func station(
        _ value: JSONValue?, _ path: String, _ layout: Layout
    ) throws(InputFileError) -> Station? {
        guard let code = value?.string else { return nil }
        if let station = layout.station(code) { return station }
        throw InputFileError(description: "\(path): the layout has no station \"\(code)\"")
    }

    private static func nearestPack(to place: PlaceID?, _ layout: Layout) -> Station? {
        guard let place else { return nil }
        let packs = layout.stations.filter { $0.kind == .pack }
        return packs.min {
            (layout.distanceMM(from: place, to: $0.place) ?? .max)
                < (layout.distanceMM(from: place, to: $1.place) ?? .max)
        }
    }
}
