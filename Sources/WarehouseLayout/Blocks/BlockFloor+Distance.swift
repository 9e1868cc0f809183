extension BlockFloor {
    /// The shortest walk between two positions where nothing is closed (``isFullyOpen``).
    ///
    /// - Complexity: O(log *n*) for *n* aisles and cross aisles.
    public func openDistanceMM(from: Position, to: Position) -> Int {
        from.spurMM + to.spurMM + walkMM(from.line, to.line)
    }

    private func walkMM(_ from: Position.Line, _ to: Position.Line) -> Int {
        switch (from, to) {
        case (.aisle(let one, let fromY), .aisle(let other, let toY)):
            if one == other { return abs(fromY - toY) }
            let across = abs(aisleXMM[one] - aisleXMM[other])
            return across + detourMM(fromY, toY, between: crossAisleYMM)
        case (.aisle(let aisle, let y), .crossAisle(let row, let x)),
            (.crossAisle(let row, let x), .aisle(let aisle, let y)):
            return abs(aisleXMM[aisle] - x) + abs(crossAisleYMM[row] - y)
        case (.crossAisle(let one, let fromX), .crossAisle(let other, let toX)):
            if one == other { return abs(fromX - toX) }
            let up = abs(crossAisleYMM[one] - crossAisleYMM[other])
            return up + detourMM(fromX, toX, between: aisleXMM)
        }
    }

    /// The way from one number to another that must touch one of `lines`: straight where one lies between or
    /// at an end, else by the nearer line around both.
    private func detourMM(_ from: Int, _ to: Int, between lines: [Int]) -> Int {
        let (low, high) = (min(from, to), max(from, to))
        let next = lines.firstIndex(atLeast: low)
        if next < lines.count, lines[next] <= high { return high - low }
        let above = next < lines.count ? lines[next] - high : Int.max
        let below = next > 0 ? low - lines[next - 1] : Int.max
        return high - low + 2 * min(above, below)
    }
}

extension [Int] {
    /// The first index of an ascending list whose number is `bound` or more.
    fileprivate func firstIndex(atLeast bound: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
