extension PackingState: DialogueState {
    typealias Machine = PackingMachine

    var name: String { "packing parcel \(parcel)" }
}
