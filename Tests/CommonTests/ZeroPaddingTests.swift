import Common
import Testing

@Suite struct ZeroPaddingTests {
    @Test(arguments: [(7, 2, "07"), (0, 3, "000"), (1234, 2, "1234"), (5, 0, "5")])
    func numbersHaveZerosBeforeThem(number: Int, width: Int, text: String) {
        #expect(number.zeroPadded(to: width) == text)
    }

    @Test func textsKeepTheirOwnZeros() { #expect("0096".zeroPadded(to: 6) == "000096") }
}
