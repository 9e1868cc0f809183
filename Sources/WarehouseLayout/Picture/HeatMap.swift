internal import Drawing

/// Picks by bin as colours: from pale for one pick to dark red for the most.
struct HeatMap {
    let most: Int
    private let picks: [Int]

    init(_ heat: [BinAddress: Int], _ layout: Layout) {
        picks = layout.bins.map { max(0, heat[$0.address] ?? 0) }
        most = max(1, picks.max() ?? 1)
    }

    /// `B-3-12: 41 picks`; nil for a bin that was not picked.
    func note(ofBin index: Int, _ bin: Bin) -> String? {
        picks[index] == 0 ? nil : "\(bin.address): \(counted(picks[index], "pick"))"
    }

    /// Whether a bin's colour needs white letters.
    func isDark(bin index: Int) -> Bool { Double(picks[index]) / Double(most) > 0.35 }

    /// The colour of the bin with the most picks among some; nil where none of them was picked.
    func color(of bins: some Collection<Int>) -> Color? {
        let most = bins.lazy.map { picks[$0] }.max() ?? 0
        return most == 0 ? nil : color(share: Double(most) / Double(self.most))
    }

    /// The colour at a place of the scale, from 0 to 1.
    func color(at place: Double) -> Color { color(share: place * place) }

    /// The picks that have the colour at a place of the scale.
    func picks(at place: Double) -> Int { max(1, Int((Double(most) * place * place).rounded())) }

    /// The square root keeps the many bins of few picks apart.
    private func color(share: Double) -> Color {
        let stops = Palette.heat
        let place = min(max(share, 0), 1).squareRoot() * Double(stops.count - 1)
        let index = min(Int(place), stops.count - 2)
        return stops[index].mixed(with: stops[index + 1], share: place - Double(index))
    }
}
