/// A black and white picture from a file, before it is fitted to a print head.
struct Picture: Sendable {
    let width: Int
    let height: Int
    /// Row by row; true is black.
    let isBlack: [Bool]

    init(file: String) throws(TextFault) {
        throw TextFault(message: "\(file): pictures are not read yet")
    }
}
