/// One element of a template: what it shows, where, and when.
struct Element: Sendable {
    /// Given in the file, or its kind and line: what a refusal calls it.
    let name: String
    let place: Place
    var rotation = Rotation.none
    /// The element is left out where this does not hold.
    var condition: Condition?
    let content: Content
    /// Where it stands in the file.
    let line: Int
    let column: Int

    indirect enum Content: Sendable {
        case text(TextContent)
        case barcode(BarcodeContent)
        case line(thicknessMM: Double)
        case box(thicknessMM: Double, isFilled: Bool)
        case image(Picture)
        case repeated(Repetition)
        case group([Element])
    }

    /// Whether it is the same on every label of the template.
    var isConstant: Bool {
        guard condition == nil else { return false }
        return switch content {
        case .text(let text): text.text.isConstant
        case .line, .box, .image: true
        case .barcode, .repeated: false
        case .group(let elements): elements.allSatisfy(\.isConstant)
        }
    }
}

/// A rectangle on the label in millimetres from its upper left corner.
struct Place: Equatable, Sendable {
    var xMM: Double
    var yMM: Double
    var widthMM: Double
    var heightMM: Double

    var rightMM: Double { xMM + widthMM }
    var bottomMM: Double { yMM + heightMM }

    func moved(xMM: Double, yMM: Double) -> Place {
        Place(xMM: self.xMM + xMM, yMM: self.yMM + yMM, widthMM: widthMM, heightMM: heightMM)
    }
}

/// How far an element is turned clockwise inside its place.
enum Rotation: Int, Sendable {
    case none = 0
    case quarter = 90
    case half = 180
    case threeQuarters = 270

    var swapsSides: Bool { self == .quarter || self == .threeQuarters }
}

/// A text and how it is set.
struct TextContent: Sendable {
    let text: FilledText
    let style: TextStyle
    /// Left out where nothing but spaces remains of it.
    var isOptional = false
}

struct TextStyle: Hashable, Sendable {
    enum Wrap: String, CaseIterable, Sendable { case word, character, none }
    enum Align: String, CaseIterable, Sendable { case left, center, right }
    enum VerticalAlign: String, CaseIterable, Sendable { case top, middle, bottom }

    var family: String
    var isBold = false
    /// The size of the type (its em), as in the points of a word processor.
    var fontMM: Double
    /// The text shrinks down to this size before it is refused.
    var leastFontMM: Double
    var wrap = Wrap.word
    var align = Align.left
    var verticalAlign = VerticalAlign.top
    /// White on black.
    var isReversed = false
    /// The ink fills the place, not the line with its room above and below: for arrows and great numbers.
    var isTight = false
}

struct BarcodeContent: Sendable {
    enum Value: Sendable {
        case text(FilledText)
        case elementStrings([(ai: String, value: FilledText)])
    }

    let symbology: Symbology
    let value: Value
    var profile: SymbolProfile?
    /// The width of a module wished for; the profile's least where none is given.
    var xMM: Double?
    /// Modules may shrink to this where the symbol is wider than its place.
    var leastXMM: Double?
    /// nil prints no text below the bars.
    var hriFontMM: Double?
    var align = TextStyle.Align.center
    /// Error correction: QR 1 to 4 (L to H), Aztec 1 to 4, PDF417 0 to 8; nil is the symbology's default.
    var errorCorrection: Int?
    var domain = DigitalLink.defaultDomain
    /// MaxiCode's mode, 2 to 6.
    var mode: Int?
    /// MaxiCode's postcode, country and service class in modes 2 and 3.
    var primary: FilledText?
    /// PDF417's data columns.
    var columns: Int?
}

struct Repetition: Sendable {
    let list: DataPath
    /// The list may be missing or empty; nothing is drawn then.
    let isOptional: Bool
    let elements: [Element]
    let stepXMM: Double
    let stepYMM: Double
    let most: Int
    /// Shown in the last row's place where the list is longer than the room: `{{rest}}` counts what is left.
    let rest: [Element]
}
