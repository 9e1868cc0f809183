extension ApplicationIdentifier {
    /// Weights, lengths, areas and volumes: those of trade items, and those of logistic units (`log`). The last
    /// digit of the code is how many of the six are decimals.
    static let measures: [ApplicationIdentifier] = [
        measure("310n", "NET WEIGHT (kg)", needs: "01 02"),
        measure("311n", "LENGTH (m)", needs: "01 02"),
        measure("312n", "WIDTH (m)", needs: "01 02"),
        measure("313n", "HEIGHT (m)", needs: "01 02"),
        measure("314n", "AREA (m²)", needs: "01 02"),
        measure("315n", "NET VOLUME (l)", needs: "01 02"),
        measure("316n", "NET VOLUME (m³)", needs: "01 02"),
        measure("320n", "NET WEIGHT (lb)", needs: "01 02"),
        measure("321n", "LENGTH (in)", needs: "01 02"),
        measure("322n", "LENGTH (ft)", needs: "01 02"),
        measure("323n", "LENGTH (yd)", needs: "01 02"),
        measure("324n", "WIDTH (in)", needs: "01 02"),
        measure("325n", "WIDTH (ft)", needs: "01 02"),
        measure("326n", "WIDTH (yd)", needs: "01 02"),
        measure("327n", "HEIGHT (in)", needs: "01 02"),
        measure("328n", "HEIGHT (ft)", needs: "01 02"),
        measure("329n", "HEIGHT (yd)", needs: "01 02"),
        measure("330n", "GROSS WEIGHT (kg)", needs: "00 01"),
        measure("331n", "LENGTH (m), log", needs: "00 01"),
        measure("332n", "WIDTH (m), log", needs: "00 01"),
        measure("333n", "HEIGHT (m), log", needs: "00 01"),
        measure("334n", "AREA (m²), log", needs: "00 01"),
        measure("335n", "VOLUME (l), log", needs: "00 01"),
        measure("336n", "VOLUME (m³), log", needs: "00 01"),
        measure("337n", "KG PER m²", needs: "01"),
        measure("340n", "GROSS WEIGHT (lb)", needs: "00 01"),
        measure("341n", "LENGTH (in), log", needs: "00 01"),
        measure("342n", "LENGTH (ft), log", needs: "00 01"),
        measure("343n", "LENGTH (yd), log", needs: "00 01"),
        measure("344n", "WIDTH (in), log", needs: "00 01"),
        measure("345n", "WIDTH (ft), log", needs: "00 01"),
        measure("346n", "WIDTH (yd), log", needs: "00 01"),
        measure("347n", "HEIGHT (in), log", needs: "00 01"),
        measure("348n", "HEIGHT (ft), log", needs: "00 01"),
        measure("349n", "HEIGHT (yd), log", needs: "00 01"),
        measure("350n", "AREA (in²)", needs: "01 02"),
        measure("351n", "AREA (ft²)", needs: "01 02"),
        measure("352n", "AREA (yd²)", needs: "01 02"),
        measure("353n", "AREA (in²), log", needs: "00 01"),
        measure("354n", "AREA (ft²), log", needs: "00 01"),
        measure("355n", "AREA (yd²), log", needs: "00 01"),
        measure("356n", "NET WEIGHT (troy oz)", needs: "01 02"),
        measure("357n", "NET VOLUME (oz)", needs: "01 02"),
        measure("360n", "NET VOLUME (qt)", needs: "01 02"),
        measure("361n", "NET VOLUME (gal.)", needs: "01 02"),
        measure("362n", "VOLUME (qt), log", needs: "00 01"),
        measure("363n", "VOLUME (gal.), log", needs: "00 01"),
        measure("364n", "NET VOLUME (in³)", needs: "01 02"),
        measure("365n", "NET VOLUME (ft³)", needs: "01 02"),
        measure("366n", "NET VOLUME (yd³)", needs: "01 02"),
        measure("367n", "VOLUME (in³), log", needs: "00 01"),
        measure("368n", "VOLUME (ft³), log", needs: "00 01"),
        measure("369n", "VOLUME (yd³), log", needs: "00 01"),
    ]

    /// Prices and amounts, those with a currency (ISO 4217) in front; the last digit of the code as above.
    static let amounts: [ApplicationIdentifier] = [
        .init("390n", "AMOUNT", [digits(1...15)], needs: "255 8020"),
        .init("391n", "AMOUNT", [digits(3), digits(1...15)], needs: "8020"),
        .init("392n", "PRICE", [digits(1...15)], needs: "01 + 30 31nn 32nn 35nn 36nn"),
        .init("393n", "PRICE", [digits(3), digits(1...15)], needs: "30 31nn 32nn 35nn 36nn"),
        .init("394n", "PRCNT OFF", [digits(4)], needs: "255"),
        .init("395n", "PRICE/UoM", [digits(6)], needs: "30 31nn 32nn 35nn 36nn"),
    ]

    private static func measure(_ code: String, _ title: String, needs: String) -> ApplicationIdentifier {
        ApplicationIdentifier(code, title, [digits(6)], needs: needs)
    }
}
