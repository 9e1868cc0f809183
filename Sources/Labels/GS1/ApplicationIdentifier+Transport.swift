extension ApplicationIdentifier {
    /// Orders, consignments and routes.
    static let trade: [ApplicationIdentifier] = [
        .init("400", "ORDER NUMBER", [text(30)]),
        .init("401", "GINC", [text(30)]),
        .init("402", "GSIN", [key(17)]),
        .init("403", "ROUTE", [text(30)], needs: "00"),
    ]

    /// Places by their number, by postcode and by country (ISO 3166-1).
    static let places: [ApplicationIdentifier] = [
        .init("410", "SHIP TO LOC", [key(13)]),
        .init("411", "BILL TO", [key(13)]),
        .init("412", "PURCHASE FROM", [key(13)]),
        .init("413", "SHIP FOR LOC", [key(13)]),
        .init("414", "LOC No.", [key(13)]),
        .init("415", "PAY TO", [key(13)], needs: "8020"),
        .init("416", "PROD/SERV LOC", [key(13)]),
        .init("417", "PARTY", [key(13)]),
        .init("420", "SHIP TO POST", [text(20)]),
        .init("421", "SHIP TO POST", [digits(3), text(9)]),
        .init("422", "ORIGIN", [digits(3)], needs: "01 02 8006 8026"),
        .init("423", "COUNTRY - INITIAL PROCESS", [digits(3...15)], needs: "01 02"),
        .init("424", "COUNTRY - PROCESS", [digits(3)], needs: "01 02"),
        .init("425", "COUNTRY - DISASSEMBLY", [digits(3...15)], needs: "01 02"),
        .init("426", "COUNTRY - FULL PROCESS", [digits(3)], needs: "01 02"),
        .init("427", "ORIGIN SUBDIVISION", [text(3)], needs: "01 02 + 422"),
    ]

    /// What a carrier's label says in words: receiver, returns, services and limits of temperature.
    static let transport: [ApplicationIdentifier] = [
        .init("4300", "SHIP TO COMP", [text(35)], needs: "00"),
        .init("4301", "SHIP TO NAME", [text(35)], needs: "00"),
        .init("4302", "SHIP TO ADD1", [text(70)], needs: "00"),
        .init("4303", "SHIP TO ADD2", [text(70)], needs: "4302"),
        .init("4304", "SHIP TO SUB", [text(70)], needs: "00"),
        .init("4305", "SHIP TO LOC", [text(70)], needs: "00"),
        .init("4306", "SHIP TO REG", [text(70)], needs: "00"),
        .init("4307", "SHIP TO COUNTRY", [text(2...2)], needs: "00"),
        .init("4308", "SHIP TO PHONE", [text(30)], needs: "00"),
        .init("4309", "SHIP TO GEO", [digits(20)], needs: "00"),
        .init("4310", "RTN TO COMP", [text(35)], needs: "00"),
        .init("4311", "RTN TO NAME", [text(35)], needs: "00"),
        .init("4312", "RTN TO ADD1", [text(70)], needs: "00"),
        .init("4313", "RTN TO ADD2", [text(70)], needs: "4312"),
        .init("4314", "RTN TO SUB", [text(70)], needs: "00"),
        .init("4315", "RTN TO LOC", [text(70)], needs: "00"),
        .init("4316", "RTN TO REG", [text(70)], needs: "00"),
        .init("4317", "RTN TO COUNTRY", [text(2...2)], needs: "00"),
        .init("4318", "RTN TO POST", [text(20)], needs: "00"),
        .init("4319", "RTN TO PHONE", [text(30)], needs: "00"),
        .init("4320", "SRV DESCRIPTION", [text(35)], needs: "00"),
        .init("4321", "DANGEROUS GOODS", [digits(1)], needs: "00"),
        .init("4322", "AUTH LEAVE", [digits(1)], needs: "00"),
        .init("4323", "SIG REQUIRED", [digits(1)], needs: "00"),
        .init("4324", "NBEF DEL DT", [date, time], needs: "00"),
        .init("4325", "NAFT DEL DT", [date, time], needs: "00"),
        .init("4326", "REL DATE", [day], needs: "00"),
        .init("4330", "MAX TEMP F", [digits(6), text(0...1)], needs: "00"),
        .init("4331", "MAX TEMP C", [digits(6), text(0...1)], needs: "00"),
        .init("4332", "MIN TEMP F", [digits(6), text(0...1)], needs: "00"),
        .init("4333", "MIN TEMP C", [digits(6), text(0...1)], needs: "00"),
    ]
}
