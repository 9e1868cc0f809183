internal import Drawing

/// The colours of a floor plan.
enum Palette {
    static let paper = Color(0xF4F5F2)
    static let floor = Color(0xFFFFFF)
    static let wall = Color(0xC9CDC8)
    static let walkway = Color(0xEDEFEA)
    static let ink = Color(0x1F2A30)
    static let quiet = Color(0x6B767C)
    static let shelfEdge = Color(0x8C979E)
    static let cellEdge = Color(0xC6CED3)
    static let closed = Color(0xD9D9D9)
    static let tour = Color(0xC2185B)
    static let sign = Color(0x37474F)
    static let landing = Color(0x5D4037)
    static let barrier = Color(0xB71C1C)
    static let heat = [Color(0xFFF3D6), Color(0xF9B24A), Color(0xD7301F), Color(0x7F0000)]

    static func bin(_ role: BinRole) -> Color {
        switch role {
        case .pick: Color(0xDCE9F5)
        case .reserve: Color(0xEFE8DA)
        case .receive: Color(0xDDEFE0)
        case .returns: Color(0xE9E0F3)
        case .quarantine: Color(0xFBE9B7)
        case .damaged: Color(0xF6D5D2)
        case .crossdock: Color(0xD6EEEE)
        }
    }

    static func station(_ kind: StationKind) -> Color {
        switch kind {
        case .start: Color(0x2E7D32)
        case .pack: Color(0x1565C0)
        case .dock: Color(0x424242)
        case .merge: Color(0x6A1B9A)
        case .stage: Color(0x00838F)
        case .receive: Color(0x558B2F)
        case .returns: Color(0x8E24AA)
        }
    }
}
