extension Method {
    static let people: [Method] = [
        Method(SessionStart.self), Method(SessionEnd.self), Method(SessionList.self),
    ]

    static let tours: [Method] = [
        Method(TourNext.self), Method(TourScan.self), Method(TourShort.self), Method(TourSkip.self),
        Method(TourWhy.self), Method(TourPause.self), Method(TourList.self),
    ]

    static let tasks: [Method] = [Method(TaskOpen.self), Method(TaskList.self)]

    static let packing: [Method] = [
        Method(PackStart.self), Method(PackScan.self), Method(PackBox.self), Method(PackUndo.self),
        Method(PackReopen.self), Method(PackWeigh.self), Method(PackClose.self), Method(PackConfirm.self),
    ]

    static let parcels: [Method] = [
        Method(ParcelGet.self), Method(ParcelList.self), Method(ParcelHandover.self),
    ]

    static let labels: [Method] = [
        Method(LabelList.self), Method(LabelReprint.self), Method(LabelMove.self), Method(LabelVoid.self),
        Method(LabelOutcome.self),
    ]

    static let operation: [Method] = [
        Method(Help.self), Method(RPCDiscover.self), Method(Ping.self), Method(Status.self),
        Method(Audit.self),
    ]
}
