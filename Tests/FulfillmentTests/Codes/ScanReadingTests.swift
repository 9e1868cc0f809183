import Testing

@testable import Fulfillment

@Suite struct ScanReadingTests {
    @Test("A parcel's code is read from its label and as the bare number that answers tell")
    func sscc() {
        #expect(ScanReading("]C100106141411234567897").sscc == "106141411234567897")
        #expect(ScanReading("00106141411234567897").sscc == "106141411234567897")
        #expect(ScanReading("106141411234567897").sscc == "106141411234567897")
        #expect(ScanReading("106141411234567890").sscc == nil)
    }

    @Test("A GTIN of any length is one number of fourteen digits")
    func gtin() {
        #expect(ScanReading("4006381333931").gtin == "04006381333931")
        #expect(ScanReading("]E04006381333931").gtin == "04006381333931")
        #expect(ScanReading("4006381333930").gtin == nil)
        #expect(ScanReading("PEN").gtin == nil)
    }

    @Test func lot() {
        let scan = ScanReading("]C10104006381333931" + "10L1")
        #expect(scan.lot == "L1")
        #expect(scan.gtin == "04006381333931")
    }
}
