import Common
import JSON

/// Parcels without end, each with a number, a receiver and a weight of its own, the same ones in every run.
struct SampleParcels: Sequence, IteratorProtocol {
    /// What the receiver's address is written in.
    enum Script: String, CaseIterable { case latin, chinese, arabic, thai, mixed }

    let script: Script
    private var number = 0

    init(_ script: Script) { self.script = script }

    mutating func next() -> JSONValue? {
        number += 1
        let text = Self.texts(of: script, at: number)
        // Steps that share no factor with the lists' lengths walk through all their combinations.
        let name =
            text.names[number % text.names.count] + " " + text.families[number / 3 % text.families.count]
        let street = text.streets[number / 5 % text.streets.count] + " \(1 + number * 7 % 349)"
        return [
            "sscc": .string(Self.sscc(number)), "order_id": .string("ORD-2026-05-06-\(100_000 + number)"),
            "ship_from": Self.sender,
            "ship_to": [
                "name": .string(name),
                "lines": [.string(street), .string("\(number % 40), \(number * 13 % 97)")],
                "city": .string(text.cities[number / 7 % text.cities.count]),
                "postcode": .string(String(10_000 + number * 37 % 89_999)), "country": "DE",
            ],
            "driver": .string("D\(1 + number % 12)"), "sla": number % 3 == 0 ? "SAME_DAY" : "STANDARD",
            "box": .string(["S", "M", "L", "XL"][number % 4]), "weight_g": .int(200 + number * 131 % 20_000),
            "parcel": .int(1 + number % 3), "parcels": 3,
        ]
    }

    private static let sender: JSONValue = [
        "name": "Tea House", "lines": ["1 Warehouse Road", "Gate 4"], "city": "New York", "postcode": "10001",
        "country": "US",
    ]

    /// Extension digit 1 and company prefix 0614141.
    private static func sscc(_ number: Int) -> String {
        let serial = String(1_000_000_000 + number).dropFirst()
        let digits = "10614141" + serial
        return digits + (CheckDigit.following(digits).map(String.init) ?? "")
    }

    private struct Texts {
        let names: [String]
        let families: [String]
        let streets: [String]
        let cities: [String]
    }

    private static func texts(of script: Script, at number: Int) -> Texts {
        switch script {
        case .latin: latin
        case .chinese: chinese
        case .arabic: arabic
        case .thai: thai
        case .mixed: [latin, chinese, arabic, thai][number % 4]
        }
    }

    private static let latin = Texts(
        names: [
            "Zoë", "Alex", "Françoise", "Łukasz", "Søren", "Jürgen", "Ana", "Beatriz", "Çağla", "Nguyễn",
            "Eoin",
        ],
        families: [
            "Müller", "Rivera", "Lefèvre", "Wójcik", "Ångström", "O’Neill", "García", "Šimek", "Smith",
        ],
        streets: [
            "Große Straße", "Rue de l’Église", "Avenida São João", "Ulica Świętokrzyska", "Main Street",
            "Strandgade",
        ],
        cities: ["Berlin", "Besançon", "Łódź", "Málaga", "Århus", "Kraków", "Plzeň", "São Paulo"])
    private static let chinese = Texts(
        names: ["小明", "伟", "芳", "秀英", "娜", "强", "敏"], families: ["王", "李", "张", "刘", "陈"],
        streets: ["中山东路", "人民路", "建国门外大街", "解放北路"], cities: ["北京市朝阳区", "上海市", "广州市", "深圳市", "成都市"])
    private static let arabic = Texts(
        names: ["محمد", "أحمد", "فاطمة", "عائشة", "خالد", "ليلى", "يوسف"],
        families: ["العلي", "حسن", "النجار", "الفاسي", "منصور"],
        streets: ["شارع الملك فهد", "شارع التحرير", "طريق الجامعة", "شارع الحرية"],
        cities: ["القاهرة", "الرياض", "دبي", "الدار البيضاء"])
    private static let thai = Texts(
        names: ["สมชาย", "สมหญิง", "ประเสริฐ", "มาลี", "อนันต์", "วิชัย", "สุดา"],
        families: ["ใจดี", "ศรีสุข", "ทองดี", "แก้วมณี", "วงศ์สวัสดิ์"],
        streets: ["ถนนสุขุมวิท", "ถนนพระรามที่ ๔", "ถนนเพชรบุรี", "ถนนรัชดาภิเษก"],
        cities: ["กรุงเทพมหานคร", "เชียงใหม่", "ขอนแก่น", "ภูเก็ต"])
}
