/// A symbol in modules: the dark runs of its rows.
struct ModuleGrid: Equatable, Sendable {
    struct Run: Equatable, Sendable {
        let row: Int
        let x: Int
        let width: Int
    }

    let width: Int
    let rows: Int
    /// How many modules high one row is; bars of linear symbols are as high as their place allows.
    let rowHeightX: Int
    var runs: [Run] = []
}
