import Domain
public import Operations
import Store

/// The order that a request brings, checked and made ready as far as it can be without the database: outside the
/// decider, which then only looks up what there is of it.
public struct PreparedOrder: Sendable {
    let checked: CheckedOrder

    /// - Complexity: linear in the bytes of the request.
    public init(_ request: OrderRequest) { checked = CheckedOrder(request) }
}

/// What a request asks for, and what is wrong with it in itself.
struct CheckedOrder: Sendable {
    /// All that can be told of without the database; an order with any is refused.
    let faults: [Refusal]
    /// The request as JSON text.
    let text: String
    /// The same as the database keeps it.
    let content: StoredText
    /// What its lines are called, in their order.
    let lineNames: [LineID]
    /// What it asks for, in the order in which it is first named.
    let goods: [Goods]
    /// Where the goods of each line stand in ``goods``, in the order of the lines.
    let goodsOfLine: [Int]
    /// Where the want of each line stands in the wants of its goods, in the order of the lines.
    let wantOfLine: [Int]

    /// All that it asks for of one SKU.
    struct Goods: Sendable {
        let sku: SKUID
        /// Each once, in the order in which it is first named.
        fileprivate(set) var wants: [Want]
    }

    /// What lines demand of the pieces that serve them.
    struct Want: Hashable, Sendable {
        /// The only lot that will do; "" for any.
        let lot: String
        /// The least remaining days; 0 where a line names none.
        let minLifeDays: Int
    }

    /// - Complexity: linear in the bytes of the request.
    init(_ request: OrderRequest) {
        faults = request.faults
        text = request.text
        content = StoredText(document: text)
        lineNames = request.lineNames
        var goods: [Goods] = []
        var goodsOfLine: [Int] = []
        var wantOfLine: [Int] = []
        var skus = FirstPlaces<SKUID>()
        var wants: [FirstPlaces<Want>] = []
        for item in request.items {
            let place = skus.place(of: item.sku)
            if place == goods.count {
                goods.append(Goods(sku: item.sku, wants: []))
                wants.append(FirstPlaces())
            }
            goodsOfLine.append(place)
            wantOfLine.append(
                wants[place].place(of: Want(lot: item.lot ?? "", minLifeDays: item.minLifeDays ?? 0)))
        }
        for place in goods.indices { goods[place].wants = wants[place].keys }
        (self.goods, self.goodsOfLine, self.wantOfLine) = (goods, goodsOfLine, wantOfLine)
    }
}
