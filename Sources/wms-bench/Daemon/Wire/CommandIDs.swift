/// Command ids of one device, none of them twice.
struct CommandIDs {
    let device: String
    private var count = 0

    init(device: String) { self.device = device }

    mutating func next() -> String {
        count += 1
        return "\(device)-\(count)"
    }
}
