import JSON
import Testing
import WarehouseLayout

@testable import wms_bench

struct LoadWarehouseTests {
    private let layout: Layout

    init() throws { layout = try Layout(yaml: LoadWarehouse.yaml, file: "bench.yaml") }

    @Test func `every SKU has a bin of its own, in the order of the layout`() {
        let bins = (0..<LoadWarehouse.skuCount).map(LoadWarehouse.bin(ofSKU:))
        #expect(bins == layout.bins.map(\.address.text))
    }

    @Test func `walks are those of the routing bench's floor`() throws {
        let floor = BenchFloor(
            aisles: LoadWarehouse.aisles, cells: LoadWarehouse.cells, crossAisles: LoadWarehouse.crossAisles,
            picks: (0..<LoadWarehouse.skuCount).map(LoadWarehouse.cell))
        let depot = try #require(layout.station("DEPOT")?.place)
        let bench = try #require(layout.station(LoadWarehouse.bench(0))?.place)
        for (from, to) in zip(stride(from: 0, to: 2_400, by: 7), stride(from: 2_399, to: 0, by: -5)) {
            let places = (layout.bins[from].place, layout.bins[to].place)
            #expect(
                layout.distanceMM(from: places.0, to: places.1)
                    == floor.ground.distanceMM(from: .init(index: from), to: .init(index: to)))
            for station in [depot, bench] {
                #expect(
                    layout.distanceMM(from: station, to: places.0)
                        == floor.ground.distanceMM(from: floor.depot, to: .init(index: from)))
            }
        }
    }

    @Test func `rows are JSON, and barcodes are valid EAN-13, each once`() throws {
        let rows = try (0..<1_000).map { try JSONValue(parsing: LoadWarehouse.skuRow($0)) }
        let barcodes = rows.compactMap { $0["barcodes"]?.array?.first?.string }
        #expect(Set(barcodes).count == 1_000)
        for barcode in barcodes {
            let sum = barcode.enumerated().reduce(0) {
                $0 + ($1.element.wholeNumberValue ?? 0) * ($1.offset % 2 == 0 ? 1 : 3)
            }
            #expect(barcode.count == 13 && sum % 10 == 0)
        }
    }

    @Test func `orders are the same in every run, and name SKUs of the floor`() throws {
        let (first, second) = (OrderBook(), OrderBook())
        for _ in 0..<100 {
            let order = first.next(.init(lines: 1...4, pieces: 1...3, priority: 7))
            #expect(order.json == second.next(.init(lines: 1...4, pieces: 1...3, priority: 7)).json)
            let json = try JSONValue(parsing: order.json)
            let items = json["items"]?.array ?? []
            #expect(items.compactMap { $0["sku"]?.string } == order.skus.map(LoadWarehouse.sku))
            #expect(items.compactMap { $0["qty"]?.int }.reduce(0, +) == json["total_capacity"]?.int)
            #expect(json["plan"]?["driver"]?.string == OrderBook.driver(ofOrder: order.id))
        }
    }
}
