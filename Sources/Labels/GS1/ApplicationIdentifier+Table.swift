extension ApplicationIdentifier {
    /// General Specifications, section 3; the companions are those of section 4.13.2.
    static let table: [ApplicationIdentifier] = unitNumbers + datesAndLots + measures + trade + places + free

    private static let unitNumbers: [ApplicationIdentifier] = [
        .init("00", "SSCC", [key(18)]),
        .init("01", "GTIN", [key(14)]),
        .init("02", "CONTENT", [key(14)], requires: [["00", "37"]]),
        .init("20", "VARIANT", [digits(2)], requires: [["01"], ["02"]]),
        .init("21", "SERIAL", [text(20)], requires: [["01"]]),
        .init("22", "CPV", [text(20)], requires: [["01"]]),
        .init("240", "ADDITIONAL ID", [text(30)], requires: [["01"], ["02"]]),
        .init("241", "CUST. PART No.", [text(30)], requires: [["01"], ["02"]]),
        .init("250", "SECONDARY SERIAL", [text(30)], requires: [["01", "21"]]),
        .init("30", "VAR. COUNT", [digits(1...8)], requires: [["01"], ["02"]]),
        .init("37", "COUNT", [digits(1...8)], requires: [["00", "02"]]),
    ]

    private static let datesAndLots: [ApplicationIdentifier] = [
        .init("10", "BATCH/LOT", [text(20)], requires: [["01"], ["02"]]),
        .init("11", "PROD DATE", [date], requires: [["01"], ["02"]]),
        .init("12", "DUE DATE", [date]),
        .init("13", "PACK DATE", [date], requires: [["01"], ["02"]]),
        .init("15", "BEST BEFORE", [date], requires: [["01"], ["02"]]),
        .init("16", "SELL BY", [date], requires: [["01"], ["02"]]),
        .init("17", "USE BY", [date], requires: [["01"], ["02"]]),
        .init("7003", "EXPIRY TIME", [date, time], requires: [["01"], ["02"]]),
    ]

    private static let measures: [ApplicationIdentifier] = [
        .init("310n", "NET WEIGHT (kg)", [digits(6)], requires: [["01"], ["02"]]),
        .init("311n", "LENGTH (m)", [digits(6)], requires: [["01"], ["02"]]),
        .init("312n", "WIDTH (m)", [digits(6)], requires: [["01"], ["02"]]),
        .init("313n", "HEIGHT (m)", [digits(6)], requires: [["01"], ["02"]]),
        .init("315n", "NET VOLUME (l)", [digits(6)], requires: [["01"], ["02"]]),
        .init("316n", "NET VOLUME (m³)", [digits(6)], requires: [["01"], ["02"]]),
        .init("320n", "NET WEIGHT (lb)", [digits(6)], requires: [["01"], ["02"]]),
        .init("330n", "GROSS WEIGHT (kg)", [digits(6)], requires: [["00"], ["01"]]),
        .init("331n", "LENGTH (m), log", [digits(6)], requires: [["00"], ["01"]]),
        .init("332n", "WIDTH (m), log", [digits(6)], requires: [["00"], ["01"]]),
        .init("333n", "HEIGHT (m), log", [digits(6)], requires: [["00"], ["01"]]),
        .init("335n", "VOLUME (l), log", [digits(6)], requires: [["00"], ["01"]]),
        .init("336n", "VOLUME (m³), log", [digits(6)], requires: [["00"], ["01"]]),
        .init("340n", "GROSS WEIGHT (lb)", [digits(6)], requires: [["00"], ["01"]]),
    ]

    private static let trade: [ApplicationIdentifier] = [
        .init("400", "ORDER NUMBER", [text(30)]),
        .init("401", "GINC", [text(30)]),
        .init("402", "GSIN", [key(17)]),
        .init("403", "ROUTE", [text(30)], requires: [["00"]]),
    ]

    private static let places: [ApplicationIdentifier] = [
        .init("410", "SHIP TO LOC", [key(13)]),
        .init("411", "BILL TO", [key(13)]),
        .init("412", "PURCHASE FROM", [key(13)]),
        .init("413", "SHIP FOR LOC", [key(13)]),
        .init("414", "LOC No.", [key(13)]),
        .init("415", "PAY TO", [key(13)]),
        .init("420", "SHIP TO POST", [text(20)]),
        .init("421", "SHIP TO POST", [digits(3), text(9)]),
        .init("422", "ORIGIN", [digits(3)], requires: [["01"], ["02"]]),
    ]

    private static let free: [ApplicationIdentifier] =
        [.init("90", "INTERNAL", [text(30)])] + (91...99).map { .init(String($0), "INTERNAL", [text(90)]) }

    private init(_ code: String, _ title: String, _ parts: [Part], requires: [[String]] = []) {
        self.init(code: code, title: title, parts: parts, requires: requires)
    }

    /// A number whose last digit is a check digit.
    private static func key(_ length: Int) -> Part {
        Part(content: .digits, length: length...length, check: .modulo10)
    }
    private static func digits(_ length: Int) -> Part { digits(length...length) }
    private static func digits(_ length: ClosedRange<Int>) -> Part { Part(content: .digits, length: length) }
    private static func text(_ most: Int) -> Part { Part(content: .characters, length: 1...most) }
    /// Year, month and day, two digits each; day 00 is the last of the month.
    private static let date = Part(content: .digits, length: 6...6, check: .date)
    /// Hours and minutes.
    private static let time = Part(content: .digits, length: 4...4, check: .time)
}
