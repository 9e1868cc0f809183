/// What an answer costs by the objective asked for.
struct Judge: Sendable {
    let boxes: [BoxType]
    let profile: ObjectiveProfile
    /// Whether every box has a cost; otherwise boxes are compared by inner volume.
    private let comparesCost: Bool

    init(boxes: [BoxType], profile: ObjectiveProfile) {
        self.boxes = boxes
        self.profile = profile
        comparesCost = boxes.allSatisfy { $0.cost != nil }
    }

    /// What one parcel adds to the cost.
    func cost(box: Int, contentsG: Int) -> Int {
        let type = boxes[box]
        return comparesCost ? type.cost ?? 0 : type.inner.volumeMM3
    }

    func value(of parcels: [DraftParcel], unpacked: Int, weightG: (DraftParcel) -> Int) -> Value {
        var value = Value(unpacked: unpacked, parcels: parcels.count)
        for parcel in parcels {
            value.cost += cost(box: parcel.box, contentsG: weightG(parcel))
            value.volume += boxes[parcel.box].inner.volumeMM3
        }
        return value
    }

    /// The box types from the cheapest for these contents to the dearest.
    func ranked(contentsG: Int) -> [Int] {
        boxes.indices.sorted {
            (cost(box: $0, contentsG: contentsG), boxes[$0].inner.volumeMM3, $0)
                < (cost(box: $1, contentsG: contentsG), boxes[$1].inner.volumeMM3, $1)
        }
    }
}
