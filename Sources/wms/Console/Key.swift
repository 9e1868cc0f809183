/// A key of a terminal in raw mode.
enum Key: Equatable {
    case text(String)
    /// What was pasted at once, line breaks and all.
    case paste(String)
    case enter, tab, escape
    case left, right, up, down, home, end, wordLeft, wordRight
    case backspace, delete, eraseWordLeft, eraseWordRight, eraseToStart, eraseToEnd, reinsert
    case clearScreen, search, cancel, interrupt, suspend
    /// Ctrl-D, which deletes where there is something and ends the input where there is nothing.
    case endOfInput
    /// A key that means nothing here.
    case other
}
