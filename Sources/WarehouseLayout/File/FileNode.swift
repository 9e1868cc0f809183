/// One node of a layout file: a text, a list or a section of keys, with the place where it begins.
struct FileNode {
    indirect enum Content {
        case text(String)
        case list([FileNode])
        case section([(key: Word, value: FileNode)])
    }

    let mark: TextMark
    let content: Content

    /// What a person would call it.
    var kindName: String {
        switch content {
        case .text: "a single value"
        case .list: "a list"
        case .section: "a section of keys"
        }
    }
}

/// A text and where it stands.
struct Word: Hashable {
    let text: String
    let mark: TextMark
}
