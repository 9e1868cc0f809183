import Common
import Testing

@Suite struct CheckDigitTests {
    @Test(arguments: [("400638133393", 1), ("9638507", 4), ("10614141123456789", 7), ("", 0)])
    func theCheckDigitLiftsTheSumToAMultipleOfTen(digits: String, check: Int) {
        #expect(CheckDigit.following(digits) == check)
    }

    @Test func whatIsNoDigitHasNone() {
        #expect(CheckDigit.following("12A4") == nil)
        #expect(!CheckDigit.isRight(in: "7") && !CheckDigit.isRight(in: "96385075"))
    }

    @Test(arguments: [
        ("4012345678901", "04012345678901"), ("96385074", "00000096385074"),
        ("09506000134352", "09506000134352"),
        ("4012345678902", nil), ("CASE-7", nil), ("123", nil), ("106141411234567897", nil),
    ])
    func aTradeItemsNumberHasFourteenDigits(text: String, number: String?) {
        #expect(CheckDigit.tradeItem(text) == number)
    }
}
