extension DefaultStringInterpolation {
    /// Writes states and other words of a closed set into a statement as their columns hold them, with commas between:
    ///
    ///     "state IN (\(sql: TaskState.open, .claimed))"    // state IN ('open', 'claimed')
    ///
    /// In the text, and not as parameters, they let SQLite use the partial indexes that have them as their condition.
    mutating func appendInterpolation<Word: RawRepresentable & SQLBindable>(sql words: Word...)
    where Word.RawValue == String {
        for (index, word) in words.enumerated() {
            assert(!word.rawValue.contains("'"), "\(word.rawValue) would end its literal")
            appendLiteral(index == 0 ? "'" : ", '")
            appendLiteral(word.rawValue)
            appendLiteral("'")
        }
    }
}
