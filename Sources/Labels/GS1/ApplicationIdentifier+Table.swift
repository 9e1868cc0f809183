extension ApplicationIdentifier {
    /// General Specifications, section 3; the companions are those of section 4.13.2.
    static let table: [ApplicationIdentifier] = [
        unitNumbers, datesAndLots, measures, amounts, trade, places, transport, attributes, people, otherKeys,
        free,
    ].flatMap(\.self)

    private static let unitNumbers: [ApplicationIdentifier] = [
        .init("00", "SSCC", [key(18)]),
        .init("01", "GTIN", [key(14)]),
        .init("02", "CONTENT", [key(14)], needs: "37"),
        .init("03", "MTO GTIN", [key(14)]),
        .init("20", "VARIANT", [digits(2)], needs: "01 02 03 8006 8026"),
        .init("21", "SERIAL", [text(20)], needs: "01 03 8006"),
        .init("22", "CPV", [text(20)], needs: "01"),
        .init("235", "TPX", [text(28)], needs: "01"),
        .init("240", "ADDITIONAL ID", [text(30)], needs: "01 02 8006 8026"),
        .init("241", "CUST. PART No.", [text(30)], needs: "01 02 8006 8026"),
        .init("242", "MTO VARIANT", [digits(1...6)], needs: "01 02 8006 8026"),
        .init("243", "PCN", [text(20)], needs: "01"),
        .init("250", "SECONDARY SERIAL", [text(30)], needs: "01 03 8006 + 21"),
        .init("251", "REF. TO SOURCE", [text(30)], needs: "01 8006"),
        .init("253", "GDTI", [key(13), text(0...17)]),
        .init("254", "GLN EXTENSION COMPONENT", [text(20)], needs: "414"),
        .init("255", "GCN", [key(13), digits(0...12)]),
        .init("30", "VAR. COUNT", [digits(1...8)], needs: "01 02"),
        .init("37", "COUNT", [digits(1...8)], needs: "00 + 02 8026"),
    ]

    private static let datesAndLots: [ApplicationIdentifier] = [
        .init("10", "BATCH/LOT", [text(20)], needs: "01 02 03 8006 8026"),
        .init("11", "PROD DATE", [date], needs: "01 02 03 8006 8026"),
        .init("12", "DUE DATE", [date], needs: "8020"),
        .init("13", "PACK DATE", [date], needs: "01 02 03 8006 8026"),
        .init("15", "BEST BEFORE", [date], needs: "01 02 03 8006 8026"),
        .init("16", "SELL BY", [date], needs: "01 02 03 8006 8026"),
        .init("17", "USE BY", [date], needs: "01 02 03 255 8006 8026"),
    ]

    private static let free: [ApplicationIdentifier] =
        [.init("90", "INTERNAL", [text(30)])]
        + (91...99).map { .init(String($0), "INTERNAL", [text(90)]) }
}
