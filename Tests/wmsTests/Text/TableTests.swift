import JSON
import Testing

@testable import wms

struct TableTests {
    @Test func `columns are as wide as they must be and numbers stand to the right`() {
        let table = Table(headings: ["bin", "on hand"], rows: [["B-3-12", "12"], ["D-1-05", "3"]])
        #expect(table.text == "BIN     ON HAND\nB-3-12       12\nD-1-05        3")
    }

    @Test func `an answer becomes facts and tables`() {
        let text = PlainText(of: [
            "order_id": "ORD-1", "stage": "picking", "size_mm": [120, 80, 60],
            "lines": [["sku": "TEA", "qty": 2], ["sku": "WATER-5L", "short": true]],
        ]).text
        #expect(
            text == """
                order id  ORD-1
                stage     picking
                size mm   120×80×60

                lines:
                SKU       QTY  SHORT
                TEA         2
                WATER-5L       yes
                """)
    }
}
