extension FloorPlan {
    /// Lays the walkways that the grid does not have, each end joined to the walkable point nearest to it.
    mutating func layWalkways(_ entries: [WalkwayEntry], walkSpeedMMPerS: Int) {
        var lineByID: [String: Int] = [:]
        var laid: [Int] = []
        if entries.count > LayoutLimits.walkwaysMax {
            faults.add(
                entries[LayoutLimits.walkwaysMax].id.mark,
                "the layout has more than \(LayoutLimits.walkwaysMax) walkways: use aisles and cross aisles")
        }
        for (index, entry) in entries.prefix(LayoutLimits.walkwaysMax).enumerated() {
            if let first = lineByID.updateValue(entry.id.mark.line, forKey: entry.id.text) {
                faults.add(
                    entry.id.mark,
                    "walkway \(entry.id.text) stands twice (first in line \(first)): rename one")
            }
            let rideMM = dividedHalfUp(entry.ridesMS * walkSpeedMMPerS, 1_000)
            let (from, to) = (areas.world(entry.from), areas.world(entry.to))
            if from == to, rideMM + entry.extraMM == 0 {
                faults.add(
                    entry.to.mark, "walkway \(entry.id.text) ends where it begins: move one of its ends")
            }
            walkways.append(
                Walkway(
                    id: entry.id.text, from: from, to: to, isOneWay: entry.isOneWay, extraMM: entry.extraMM,
                    ridesMS: entry.ridesMS, notFor: entry.notFor))
            laid.append(
                lines.add(
                    WalkLine(
                        .walkway(index), from: from, to: to, addedMM: entry.extraMM + rideMM,
                        entry.isOneWay ? .forward : .both, notFor: entry.notFor)))
        }
        let found = laid.flatMap { joints(of: $0) }
        for joint in found { add(joint) }
    }

    /// One end of a walkway and the point of another line that it joins.
    private struct Joint {
        let walkway: Int
        let isStart: Bool
        let foot: WalkLines.Foot
    }

    /// Both ends' joints.
    ///
    /// None for an end that has nothing nearer than half the walkway's length: that is the far end of an annexe,
    /// and a straight line from it to the grid would lead through a wall.
    private func joints(of walkway: Int) -> [Joint] {
        let line = lines.lines[walkway]
        return [true, false].compactMap { isStart in
            let end = isStart ? line.start : line.end
            guard let foot = lines.nearest(to: end, except: walkway) else { return nil }
            guard !line.isLevel || 4 * foot.squaredMM < line.straightMM * line.straightMM else { return nil }
            return Joint(walkway: walkway, isStart: isStart, foot: foot)
        }
    }

    private mutating func add(_ joint: Joint) {
        let line = lines.lines[joint.walkway]
        let (end, foot) = (joint.isStart ? line.start : line.end, joint.foot.point)
        lines.mark(foot, along: along(joint.foot), on: joint.foot.line)
        if foot == end { return }
        let (from, to) = joint.isStart ? (foot, end) : (end, foot)
        let isOneSpot = joint.foot.squaredMM <= 1
        _ = lines.add(
            WalkLine(
                line.kind, from: from, to: to, addedMM: isOneSpot ? -1 : 0, line.direction,
                notFor: line.notFor))
    }

    func along(_ foot: WalkLines.Foot) -> Int { lines.lines[foot.line].start.straightMM(to: foot.point) }
}
