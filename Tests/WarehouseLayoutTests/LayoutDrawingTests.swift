import Drawing
import Foundation
import FoundationXML
import Testing
import WarehouseLayout

@Suite struct LayoutDrawingTests {
    @Test(arguments: ["wh-ny", "wh-nj", "wh-pa", "wh-oh"])
    func svgIsWellFormedAndNamesWhatStandsThere(name: String) throws {
        let layout = try Layout(yaml: exampleText(name), file: name)
        let svg = LayoutDrawing(layout).picture().svg()
        let parser = XMLParser(data: Data(svg.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        for station in layout.stations { #expect(svg.contains(">\(station.id)</text>")) }
    }

    @Test func binsGetTheirAddressesWhenTheyCanBeRead() throws {
        let layout = try Layout(yaml: exampleText("wh-ny"), file: "wh-ny.yaml")
        let large = LayoutDrawing(layout, pixelsPerMetre: 60).picture().svg()
        for bin in layout.bins where bin.shelf % 7 == 3 && bin.number == 12 {
            #expect(large.contains(">\(bin.address)</text>"))
        }
        let small = LayoutDrawing(layout, pixelsPerMetre: 6).picture().svg()
        #expect(!small.contains(">B-3-12</text>"))
        #expect(small.contains("<title>B-3</title>"))
        #expect(small.utf8.count < large.utf8.count / 4)
    }

    @Test func aTourShowsItsLengthAndItsStopsInOrder() throws {
        let layout = try Layout(yaml: exampleText("wh-ny"), file: "wh-ny.yaml")
        let start = try #require(layout.station("DEPOT"))
        let end = try #require(layout.station("PACK-1"))
        let bins = try ["A-1-01", "A-2-04", "B-3-12", "D-1-05"].map { try #require(layout.bin($0)) }
        let places = [start.place] + bins.map(\.place) + [end.place]
        let walk = zip(places, places.dropFirst()).reduce(0) {
            $0 + (layout.distanceMM(from: $1.0, to: $1.1) ?? 0)
        }
        let tour = DrawnTour(start: start.place, bins: bins, end: end.place)
        let svg = LayoutDrawing(layout).picture(tour: tour).svg()
        #expect(svg.contains("4 stops · \((walk + 50) / 100 / 10).\((walk + 50) / 100 % 10) m"))
        for number in 1...4 { #expect(svg.contains(">\(number)</text>")) }
    }

    @Test func heatTellsThePicksOfABin() throws {
        let layout = try Layout(yaml: exampleText("wh-ny"), file: "wh-ny.yaml")
        let svg = LayoutDrawing(layout).picture(heat: [BinAddress("B-3-12"): 41]).svg()
        #expect(svg.contains("<title>B-3-12: 41 picks</title>"))
        #expect(svg.contains(">41 picks</text>"))
    }

    @Test func theSamePictureComesOutTwice() throws {
        let layout = try Layout(yaml: exampleText("wh-oh"), file: "wh-oh.yaml")
        let picture = LayoutDrawing(layout, pixelsPerMetre: 10).picture()
        #expect(try picture.png() == LayoutDrawing(layout, pixelsPerMetre: 10).picture().png())
    }

    @Test(arguments: ["wh-ny", "wh-nj", "wh-pa", "wh-oh"], [nil, 12, 40])
    func noTextIsTooSmallAndNoStationHidesAnything(name: String, scale: Double?) throws {
        let layout = try Layout(yaml: exampleText(name), file: name)
        let shapes = SVGShapes(LayoutDrawing(layout, pixelsPerMetre: scale).picture().svg())
        #expect(shapes.letterSizes.min() ?? 0 >= 7)
        let named = shapes.boxes.filter { !$0.title.isEmpty }
        for station in layout.stations {
            let badge = try #require(named.first { $0.title.hasPrefix("\(station.id): ") })
            let hidden = named.filter { $0.title != badge.title && $0.rect.intersects(badge.rect) }
            #expect(hidden.isEmpty, "\(station.id) hides \(hidden.map(\.title))")
        }
    }

    @Test func aStopsNumberHidesNoSpot() throws {
        let layout = try Layout(yaml: exampleText("wh-nj"), file: "wh-nj.yaml")
        let bins = try ["FLOOR-03", "FLOOR-04"].map { try #require(layout.bin($0)) }
        let tour = DrawnTour(
            start: layout.station("DEPOT")?.place, bins: bins, end: layout.station("PACK-1")?.place)
        let shapes = SVGShapes(LayoutDrawing(layout).picture(tour: tour).svg())
        let numbers = shapes.boxes.filter { $0.isRound && $0.fill == "#c2185b" }
        #expect(numbers.count == 2)
        for bin in bins {
            let spot = try #require(shapes.boxes.first { $0.title == bin.address.text })
            #expect(!numbers.contains { $0.rect.intersects(spot.rect) })
        }
    }

    @Test func onePickIsNoPicks() throws {
        let layout = try Layout(yaml: exampleText("wh-ny"), file: "wh-ny.yaml")
        let svg = LayoutDrawing(layout).picture(heat: [BinAddress("B-3-12"): 1]).svg()
        #expect(svg.contains("<title>B-3-12: 1 pick</title>"))
        #expect(svg.contains(">1 pick</text>"))
    }
}
