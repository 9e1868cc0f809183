/// Why an element keeps its label from being printed.
public struct ElementRefusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// The template's name.
    public let template: String
    /// The element's name, or its kind and the line where it stands.
    public let element: String
    /// The value that was to be shown, as far as it was known.
    public let value: String
    /// What is wrong with it.
    public let reason: Reason

    /// What can be wrong with an element's value.
    public enum Reason: Error, Equatable, Sendable {
        /// The data has no value for the key.
        case missing(key: String)
        /// The key's value is of a type that cannot be shown there.
        case wrongType(key: String, found: String, wanted: String)
        case emptyValue
        /// The data has the key, and nothing to be seen in it.
        case emptyKey(key: String)
        /// A control character, or one that turns the writing direction, such as `U+0000`.
        case unprintable(key: String, character: String)
        /// The value is not one of those that the template declares for its field.
        case notAllowed(wanted: String)
        case wrongCheckDigit(right: String)
        /// A rule of the GS1 General Specifications is broken.
        case gs1(String)
        /// The symbology cannot hold the value; libzint's own words.
        case notEncodable(String)
        /// A symbol with its quiet zones and text is larger than the element's place.
        case symbolTooLarge(needMM: String, haveMM: String, dpi: Int)
        case textTooLarge(leastFontMM: String, haveMM: String)
        /// No installed font has these characters.
        case noGlyph(characters: String)
        case tooManyRows(count: Int, most: Int)
    }

    public var description: String {
        "\(template): \(element), value \"\(PrintableText.spelled(value))\": \(reason)"
    }
}

extension ElementRefusal.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let key):
            "the data has no \"\(key)\"; give it, or call it \"\(key)?\" in the template where it may be missing"
        case .wrongType(let key, let found, let wanted): "\"\(key)\" is \(found), not \(wanted)"
        case .emptyValue: "the value is empty"
        case .emptyKey(let key):
            "\"\(key)\" is empty; give it, or call it \"\(key)?\" in the template where it may be missing"
        case .unprintable(let key, let character):
            "\"\(key)\" has the character \(character), which cannot be printed; leave it out"
        case .notAllowed(let wanted): "it must be \(wanted)"
        case .wrongCheckDigit(let right): "wrong check digit, it must be \(right)"
        case .gs1(let rule): rule
        case .notEncodable(let words): "the symbology cannot hold this value (\(words))"
        case .symbolTooLarge(let need, let have, let dpi):
            "the symbol needs \(need) mm with its quiet zones at \(dpi) dpi and has \(have) mm"
        case .textTooLarge(let least, let have):
            "the text does not fit \(have) mm at its least size of \(least) mm"
        case .noGlyph(let characters): "no installed font has a glyph for \(characters)"
        case .tooManyRows(let count, let most): "\(count) rows, and the element has room for \(most)"
        }
    }
}
