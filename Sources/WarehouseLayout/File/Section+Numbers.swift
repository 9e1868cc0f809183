extension Section {
    /// A length in metres, as millimetres rounded half up.
    func metres(_ key: String) -> Int? { node(key).flatMap { metres($0, key) } }

    /// A length in metres that must be more than nothing.
    func positiveMetres(_ key: String) -> Int? {
        guard let node = node(key), let length = metres(node, key) else { return nil }
        if length > 0 { return length }
        faults.add(node.mark, "\(key) must be more than 0 metres")
        return nil
    }

    func metres(_ node: FileNode, _ key: String) -> Int? {
        thousandths(node, key, unit: "metres", max: LayoutLimits.coordinateMM)
    }

    /// A decimal number as thousandths, within ±`max`.
    func thousandths(_ node: FileNode, _ key: String, unit: String, max: Int) -> Int? {
        guard let word = word(node, key) else { return nil }
        guard let value = decimalThousandths(word.text) else {
            faults.add(word.mark, "\(key) must be a number of \(unit) such as 12.5, not \"\(word.text)\"")
            return nil
        }
        if abs(value) <= max { return value }
        faults.add(word.mark, "\(key) must lie within ±\(max / 1000) \(unit)")
        return nil
    }

    /// A whole number within `range`.
    func whole(_ key: String, in range: ClosedRange<Int>, unit: String = "") -> Int? {
        node(key).flatMap { whole($0, key, in: range, unit: unit) }
    }

    func whole(_ node: FileNode, _ key: String, in range: ClosedRange<Int>, unit: String = "") -> Int? {
        guard let word = word(node, key) else { return nil }
        guard let value = Int(word.text) else {
            faults.add(
                word.mark,
                "\(key) must be a whole number\(unit.isEmpty ? "" : " of \(unit)"), not \"\(word.text)\"")
            return nil
        }
        if range.contains(value) { return value }
        faults.add(word.mark, "\(key) must be \(range.lowerBound) to \(range.upperBound), not \(value)")
        return nil
    }

    /// Three edges in whole millimetres.
    func edges(_ key: String) -> [Int]? {
        guard let node = node(key) else { return nil }
        guard case .list(let items) = node.content, items.count == 3 else {
            faults.add(node.mark, "\(key) takes three whole numbers of millimetres: [900, 600, 400]")
            return nil
        }
        let edges = items.compactMap { whole($0, key, in: 1...LayoutLimits.edgeMM, unit: "millimetres") }
        return edges.count == 3 ? edges : nil
    }

    /// Two lengths in metres.
    func pair(_ key: String) -> (Int, Int)? {
        guard let node = node(key) else { return nil }
        guard case .list(let items) = node.content, items.count == 2 else {
            faults.add(node.mark, "\(key) takes two numbers of metres: [12.5, 3]")
            return nil
        }
        guard let first = metres(items[0], key), let second = metres(items[1], key) else { return nil }
        return (first, second)
    }
}
