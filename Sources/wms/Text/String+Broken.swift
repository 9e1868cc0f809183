import Common

extension String {
    /// The text broken between words where it is wider than the terminal, each further line behind an indent. Its
    /// first line keeps the columns that it has; line breaks stay.
    ///
    /// - Parameter columns: nil where lines are never broken.
    func broken(toColumns columns: Int?, indent: String = "") -> String {
        guard let columns, columns > indent.columns else { return self }
        return split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            String($0).lines(ofColumns: columns, indent: indent)
        }.joined(separator: "\n")
    }

    private func lines(ofColumns width: Int, indent: String) -> [String] {
        if columns <= width { return [self] }
        let first = prefix(columns: width)
        let isWhole = dropFirst(first.count).first == " "
        let end = isWhole ? first.endIndex : first.lastIndex(of: " ") ?? first.endIndex
        let rest = String(self[end...]).wrapped(toColumns: width - indent.columns)
        return [String(first[..<end]).trimmingTrailingSpaces] + rest.map { indent + $0 }
    }
}
