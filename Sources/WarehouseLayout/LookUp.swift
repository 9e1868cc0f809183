/// Bins and stations by what people scan or key.
struct LookUp: Sendable {
    private var aisleByID: [String: Int] = [:]
    /// By aisle: the shelves by number.
    private var shelves: [[Int: Range<Int>]] = []
    /// Printed names and spots.
    private var binByName: [String: Int] = [:]
    private var stationByID: [String: Int] = [:]
    private let numbers: [Int]

    /// Reads the bins' names from a plan and notes those that name two.
    init(_ plan: FloorPlan, _ binName: BinNamePattern?) {
        numbers = plan.bins.map(\.number)
        shelves = Array(repeating: [:], count: plan.grid.aisles.count)
        for (index, aisle) in plan.grid.aisles.enumerated() { aisleByID[aisle.id.text] = index }
        for shelf in plan.shelves { shelves[shelf.aisle][shelf.number] = shelf.bins }
        for (index, station) in plan.stations.enumerated() { stationByID[station.id.text] = index }
        nameBins(plan, binName)
        checkStations(plan, binName)
    }

    private mutating func nameBins(_ plan: FloorPlan, _ binName: BinNamePattern?) {
        for (index, bin) in plan.bins.enumerated() {
            if bin.aisle == nil {
                addSpot(index, plan)
            } else if let name = bin.printedName, let binName {
                let twin = binByName[name] ?? addressed(name)
                if let twin, twin != index {
                    plan.faults.add(
                        binName.mark, like: "printed twice",
                        "ambiguous address: bin_name prints \"\(name)\" for \(bin.address), which names "
                            + "\(plan.bins[twin].address) too: add a field that tells them apart")
                }
                binByName[name] = binByName[name] ?? index
            }
        }
    }

    private mutating func addSpot(_ index: Int, _ plan: FloorPlan) {
        let name = plan.bins[index].address.text
        if let twin = binByName[name] ?? addressed(name) {
            let isPrinted = plan.bins[twin].printedName == name
            plan.faults.add(
                plan.binMarks[index], like: "spot twin",
                isPrinted
                    ? "ambiguous address: bin_name prints \"\(name)\" for \(plan.bins[twin].address) too: rename "
                        + "the spot"
                    : "duplicate address: \(name) names \(plan.bins[twin].address) already: rename the spot")
        }
        binByName[name] = binByName[name] ?? index
    }

    /// Notes stations whose ids name a bin too.
    private func checkStations(_ plan: FloorPlan, _ binName: BinNamePattern?) {
        for (station, mark) in zip(plan.stations, plan.stationMarks) {
            let id = station.id.text
            guard let twin = bin(id) else { continue }
            if plan.bins[twin].printedName == id, addressed(id) == nil, let binName {
                plan.faults.add(
                    binName.mark, like: "printed station",
                    "ambiguous address: bin_name prints \"\(id)\" for \(plan.bins[twin].address), which is a station "
                        + "too: change what it prints, or rename the station")
            } else if plan.bins[twin].aisle == nil {
                plan.faults.add(
                    plan.binMarks[twin], like: "spot station",
                    "ambiguous address: \(id) is a station too: rename one of the two")
            } else {
                plan.faults.add(
                    mark, like: "station bin",
                    "ambiguous address: \(id) names bin \(plan.bins[twin].address) too: rename the station")
            }
        }
    }

    func bin(_ code: String) -> Int? {
        let name = upperCased(code)
        return addressed(name) ?? binByName[name]
    }

    func station(_ code: String) -> Int? { stationByID[upperCased(code)] }

    /// The bin whose address is spelled `name`, whatever zeros stand before its numbers.
    private func addressed(_ name: String) -> Int? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let aisle = aisleByID[String(parts[0])], let shelf = wholeNumber(parts[1]),
            let number = wholeNumber(parts[2]), let range = shelves[aisle][shelf]
        else { return nil }
        let guess = range.lowerBound + number - 1
        if range.contains(guess), numbers[guess] == number { return guess }
        return range.first { numbers[$0] == number }
    }
}
