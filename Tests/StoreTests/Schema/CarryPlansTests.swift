import Domain
import Testing

@testable import Store

@Suite struct CarryPlansTests {
    @Test func anOldPlanKeepsItsPieces() {
        let plan = PackPlan(
            oldText: """
                [{"sku":"TEA","at_mm":[0,10,20],"size_mm":[120,80,60]},{"at_mm":[]},
                {"sku":"MUG","at_mm":[1],"size_mm":[-4,5,999999]}]
                """)
        #expect(
            plan.pieces == [
                PackPlan.Piece(
                    sku: "TEA", at: PositionMM(across: 0, deep: 10, up: 20),
                    size: SizeMM(length: 120, width: 80, height: 60)),
                PackPlan.Piece(
                    sku: "MUG", at: PositionMM(across: 1, deep: 0, up: 0),
                    size: SizeMM(length: 0, width: 5, height: Limits.sideMMMax)),
            ])
        #expect(PackPlan(oldText: "").pieces.isEmpty)
    }

    @Test(arguments: [
        ("4012345678901", "04012345678901"), ("96385074", "00000096385074"),
        ("4012345678902", "4012345678902"),
        ("CASE-7", "CASE-7"), ("123", "123"),
    ])
    func barcodesAreSpeltAsScansAreLookedUp(_ barcode: String, _ key: String) {
        #expect(Schema.scanKey(of: barcode) == key)
    }
}
