import JSON
import Testing

@testable import wms

struct PlainTextTests {
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

    @Test func `a list of numbers is a list, a size is a size`() {
        #expect(PlainText(of: ["released": 2, "tours": [1, 2]]).text == "released  2\ntours     1, 2")
        #expect(PlainText.inline(["inner_mm": [400, 300, 330]]) == "inner mm 400×300×330")
        #expect(PlainText.inline(["at_mm": [0, 180, 0]]) == "at mm 0, 180, 0")
        #expect(
            PlainText(of: ["plan": [["size_mm": [1, 2, 3]], ["size_mm": [4, 5, 6]]]]).text
                == "plan:\nSIZE MM\n1×2×3\n4×5×6")
    }

    @Test func `on one line what has names of its own stands in brackets`() {
        #expect(
            PlainText.inline([
                "order_id": "ORD-1", "lines": [["line": 1, "sku": "TEA"], ["line": 2, "sku": "WATER-5L"]],
                "ship_to": ["city": "New York"], "tours": [1, 2], "documents": [],
            ])
                == "order id ORD-1, lines (line 1, sku TEA; line 2, sku WATER-5L), ship to (city New York), tours 1, 2, "
                + "documents none")
    }

    @Test func `the document for programs stays JSON`() {
        let document: JSONValue = ["openrpc": "1.3.2", "methods": [["name": "ping"]]]
        #expect(AnswerText.text(of: document, columns: 80) == document.description)
    }

    @Test func `sentences stand on lines of their own`() {
        let text = PlainText(of: [
            "order_id": "ORD-1", "why": ["Nobody has released it yet.", "Driver D1 comes at noon."],
            "roles": ["oms", "lead"],
        ]).text
        #expect(
            text == """
                order id  ORD-1
                why       Nobody has released it yet.
                          Driver D1 comes at noon.
                roles     oms, lead
                """)
    }

    @Test func `what a row holds in lists is counted, and shown where it is the only one`() {
        let picks: JSONValue = [["bin": "A-1", "qty": 2], ["bin": "A-2", "qty": 1]]
        let tour: JSONValue = ["tour": 1, "picks": picks]
        #expect(
            PlainText(of: ["tours": [tour, ["tour": 2, "picks": []]]]).text
                == "tours:\nTOUR  PICKS\n   1      2\n   2      0")
        #expect(
            PlainText(of: ["tours": [tour]]).text
                == "tours:\nTOUR  PICKS\n   1      2\n\npicks:\nBIN  QTY\nA-1    2\nA-2    1")
    }

    @Test func `a text of several lines stands below its name`() {
        #expect(
            PlainText(of: ["warehouse": "WH", "yaml": "wmsd: 1\nbins:\n  - A\n"]).text
                == "warehouse  WH\nyaml:\n  wmsd: 1\n  bins:\n    - A\n")
    }

    @Test func `what is too wide for the terminal is broken`() {
        let orders: JSONValue = [
            "orders": [
                ["order_id": "ORD-2026-05-06-001", "stage": "in_transit", "driver": "D1"],
                ["order_id": "ORD-2026-05-06-002", "stage": "picked", "driver": "D2"],
            ]
        ]
        #expect(PlainText(of: orders, columns: 40).text.contains("ORDER ID            STAGE       DRIVER"))
        #expect(
            PlainText(of: orders, columns: 30).text == """
                orders:
                order id  ORD-2026-05-06-001
                stage     in_transit
                driver    D1

                order id  ORD-2026-05-06-002
                stage     picked
                driver    D2
                """)
        let why: JSONValue = ["why": ["All its totes are at a station and wait for a packer."]]
        #expect(
            PlainText(of: why, columns: 30).text
                == "why  All its totes are at a\n     station and wait for a\n     packer.")
    }

    @Test func `names from the daemon do not steer the terminal`() {
        let answer: JSONValue = [
            "name\u{1B}": "TEA\u{1B}[2J", "barcodes": ["\u{9B}2J"], "why": ["All\u{7} gone."],
            "yaml": "a\n\u{1B}c",
            "rows": [["sku\u{1B}": "A\nB", "name": "\u{1B}]0;x\u{7}"]],
            "more": [["x": "\u{1B}"], ["x": "1"]],
        ]
        for columns in [nil, 10, 40] {
            let text = PlainText(of: answer, columns: columns).text
            #expect(text == text.terminalSafe)
        }
    }
}
