/// A word of the console itself, which goes to no daemon.
enum ConsoleWord: String, CaseIterable {
    case help, quit, exit

    /// `help` is a method too, and stands among those.
    static let candidates = [quit, exit].map {
        LineCompletion.Candidate(text: $0.rawValue, note: "Ends, as Ctrl-D does.")
    }
}
