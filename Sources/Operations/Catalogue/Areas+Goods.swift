extension Method {
    static let layout: [Method] = [
        Method(LayoutCheck.self), Method(LayoutLoad.self), Method(LayoutGet.self), Method(LayoutList.self),
    ]

    static let masterData: [Method] = [
        Method(SKUUpsert.self), Method(SKUGet.self), Method(SKUList.self), Method(BoxUpsert.self),
        Method(BoxList.self), Method(ToteUpsert.self), Method(ToteList.self),
    ]

    static let stock: [Method] = [
        Method(StockReceive.self), Method(StockAdjust.self), Method(StockSet.self), Method(StockMove.self),
        Method(StockCount.self), Method(StockList.self), Method(StockAvailable.self),
    ]

    static let orders: [Method] = [
        Method(OrderAllocate.self), Method(OrderCancel.self), Method(OrderHold.self),
        Method(OrderResume.self),
        Method(OrderRelease.self), Method(OrderUnrelease.self), Method(OrderGet.self), Method(OrderList.self),
        Method(OrderExplain.self),
    ]

    static let events: [Method] = [
        Method(EventSubscribe.self), Method(EventAck.self), Method(EventForget.self), Method(EventList.self),
        Method(ConsumerList.self),
    ]

    static let bulk: [Method] = [
        Method(ImportBegin.self), Method(ImportRows.self), Method(ImportCommit.self), Method(ImportGet.self),
    ]
}
