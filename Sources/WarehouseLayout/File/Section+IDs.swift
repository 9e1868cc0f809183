extension Section {
    /// The one id that a section must have.
    func singleID(_ example: String, _ form: IDRange.Form, key: String = "id") -> Word? {
        guard let node = required(key, example), let word = word(node, key),
            let range = IDRange(word, form, faults)
        else { return nil }
        if range.ids.count == 1 { return Word(text: range.ids[0], mark: word.mark) }
        faults.add(
            word.mark, "\(withArticle(name)) takes one id, not the range \(word.text): write one for each")
        return nil
    }

    /// The ids, one or a range, that a section must have.
    func idRange(_ example: String, _ form: IDRange.Form) -> IDRange? {
        guard let node = required("id", example), let word = word(node, "id") else { return nil }
        return IDRange(word, form, faults)
    }
}
