import Domain

extension WorkKind {
    /// What a worker calls it, in the letters of a heading: `PUT BACK`.
    var title: String { rawValue.replacing("_", with: " ").uppercased() }
}

extension FloorDialogue.Work {
    /// What the terminal is for, where a prompt says nothing else.
    var title: String {
        switch self {
        case .picking: WorkKind.pick.title
        case .packing: "PACK"
        }
    }
}
