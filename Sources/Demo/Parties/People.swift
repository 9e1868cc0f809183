import Domain
import Synchronization
import WarehouseLayout

/// The pickers, the packers and the driver of a shift, at work.
final class People: Sendable {
    private let pickers: Crew
    private let packers: Crew
    private let driver: Crew
    private let floor: WorkFloor
    private let picked = Mutex<[String: Int]>([:])

    /// Sends everybody to work.
    init(demo: Demonstration, floor: WorkFloor) throws(DemoFault) {
        self.floor = floor
        let crew = { Crew { floor.abandon() } }
        (pickers, packers, driver) = (crew(), crew(), crew())
        let carts = demo.layout.carts.map { CartCode($0.id.text) }
        for number in 1...demo.options.pickers {
            let cart = carts.isEmpty ? CartCode("CART-\(number)") : carts[(number - 1) % carts.count]
            pickers.add { [self] () throws(DemoFault) in
                var picker = try Picker(badge: "picker-\(number)", cart: cart, floor: floor)
                try picker.work()
                picked.withLock { $0.merge(picker.picks, uniquingKeysWith: +) }
            }
        }
        let benches = demo.layout.stations.filter { $0.kind == .pack }.map { StationCode($0.id.text) }
        guard !benches.isEmpty else { throw .layout("\(demo.layout.warehouse.text) has no pack station") }
        for number in 1...demo.options.packers {
            let (bench, seed) = (benches[(number - 1) % benches.count], demo.options.seed &+ UInt64(number))
            packers.add { () throws(DemoFault) in
                var packer = try Packer(badge: "packer-\(number)", station: bench, floor: floor, seed: seed)
                try packer.work()
            }
        }
        driver.add { () throws(DemoFault) in try Driver(floor: floor).work() }
    }

    /// Picks that the pickers put into totes, by bin.
    var picks: [String: Int] { picked.withLock { $0 } }

    /// - Throws: what went wrong with anybody.
    func check() throws(DemoFault) {
        for crew in [pickers, packers, driver] { try crew.check() }
    }

    /// Waits for a while; packers stop once all pickers have, and the driver once all packers have.
    func areDone(withinSeconds seconds: Double) throws(DemoFault) -> Bool {
        try check()
        guard try pickers.wait(forSeconds: seconds) else { return false }
        floor.filledTotes.close()
        guard try packers.wait(forSeconds: seconds) else { return false }
        floor.labelledParcels.close()
        return try driver.wait(forSeconds: seconds)
    }
}
