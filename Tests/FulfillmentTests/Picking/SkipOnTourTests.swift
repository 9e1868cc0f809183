import Operations
import Testing
import WarehouseLayout

@testable import Fulfillment

@Suite struct SkipOnTourTests {
    private let site: TestSite
    private let layout: Layout
    private static let bins = ["A-1-01", "B-3-02", "C-5-04", "J-20-01"]

    init() throws {
        site = try TestSite()
        layout = try Layout(yaml: try TestSite.layoutText("wh-ny"), file: "wh-ny.yaml")
        for bin in Self.bins { try site.receive(1, "PEN", in: bin) }
        try site.send("O-1", [("PEN", 4)])
    }

    private func pickerAtBin() throws -> Handheld {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .bin)
        return picker
    }

    private func bin(_ picker: Handheld) -> String { picker.show.bin?.text ?? picker.expects.rawValue }

    /// The bins that a picker is led to, first the one that is asked for now.
    private func binsToCome(_ picker: Handheld) throws -> [String] {
        var bins: [String] = []
        for _ in 0..<40 where picker.expects != .none && picker.expects != .station {
            if picker.expects == .bin { bins.append(bin(picker)) }
            try picker.answer()
        }
        return bins
    }

    private func tour() throws -> TourSummary { try #require(try site.tours().first) }

    private func length() throws -> Double { try tour().lengthM }

    private func metres(through bins: [String]) throws -> Double {
        let tour = try tour()
        return Double(try layout.lengthMM(from: tour.start.text, through: bins, to: tour.finish.text)) / 1_000
    }

    @Test("Two blocked bins come after all others, each once")
    func twoSkips() throws {
        let picker = try pickerAtBin()
        let first = bin(picker)
        try picker.scan("*SKIP")
        let second = bin(picker)
        try picker.scan("*SKIP")
        #expect(![first, second].contains(bin(picker)))
        let bins = try binsToCome(picker)
        #expect(bins.count == 4)
        #expect(Set(bins.suffix(2)) == [first, second])
        #expect(try length() == metres(through: bins))
        #expect(try site.breaches() == [])
    }

    @Test("A bin skipped after the first scan there is walked to twice, and the length says so")
    func skipOfTheBinReached() throws {
        let picker = try pickerAtBin()
        let first = bin(picker)
        try picker.answer()
        try picker.scan("*SKIP")
        let bins = try binsToCome(picker)
        #expect(bins.last == first)
        #expect(try length() == metres(through: [first] + bins))
    }

    @Test("The last bin left is asked for again")
    func lastBin() throws {
        let picker = try pickerAtBin()
        for _ in 0..<40 where bin(picker) != Self.bins[3] && picker.expects != .station {
            if picker.expects == .bin { try picker.scan("*SKIP") } else { try picker.answer() }
        }
        let all = Set(Self.bins)
        var asked: [String] = []
        for _ in 0..<3 {
            asked.append(bin(picker))
            try picker.answer(until: .item)
            try picker.answer(until: .bin)
        }
        asked.append(bin(picker))
        #expect(Set(asked) == all)
        try picker.scan("*SKIP")
        #expect(picker.expects == .bin)
        #expect(bin(picker) == asked.last)
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
    }

    @Test(
        "Where all that is left was skipped, skipping leads on through all of it before the same comes again")
    func round() throws {
        let picker = try pickerAtBin()
        var asked: [String] = []
        for _ in 0..<4 {
            asked.append(bin(picker))
            try picker.scan("*SKIP")
        }
        #expect(Set(asked) == Set(Self.bins))
        for _ in 0..<8 {
            let before = bin(picker)
            try picker.scan("*SKIP")
            #expect(bin(picker) != before)
        }
        #expect(Set(try binsToCome(picker)) == Set(Self.bins))
    }

    @Test("Skip, then short, then undo: what replaces the missing comes before what was skipped")
    func skipShortUndo() throws {
        try site.receive(5, "PEN", in: "D-7-01")
        let picker = try pickerAtBin()
        let skipped = bin(picker)
        try picker.scan("*SKIP")
        let shorted = bin(picker)
        try picker.answer()
        for code in ["*SHORT", "missing"] { try picker.scan(code) }
        try picker.answer(until: .tote)
        try picker.answer()
        let picked = try tour().picks.first { $0.state == .picked }
        try picker.scan("*UNDO")
        #expect(bin(picker) == picked?.bin.text)
        let bins = try binsToCome(picker)
        #expect(Set(bins) == Set(Self.bins).subtracting([shorted]).union(["D-7-01"]))
        #expect(bins.last == skipped)
        try picker.answer(until: .none)
        #expect(try length() == metres(through: [shorted] + bins))
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("A cart that was left stands where it stands, whoever goes on with it, also after a restart")
    func paused() throws {
        let picker = try pickerAtBin()
        let first = bin(picker)
        try picker.scan("*SKIP")
        try picker.answer(until: .item)
        let here = bin(picker)
        try picker.scan("*PAUSE")
        try site.reopen()
        let other = try site.picker("P2")
        try other.nextTour()
        #expect(other.show.walkM == 0)
        let bins = try binsToCome(other)
        #expect(bins.first == here)
        #expect(bins.last == first)
        #expect(try length() == metres(through: bins))
    }
}
