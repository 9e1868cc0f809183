public import LineProtocol

/// A type of event as `help events` and the documents have it.
public struct EventDescription: Sendable, Equatable {
    /// Such as `order.packed`.
    public let type: String
    /// When it is emitted, in one sentence.
    public let summary: String
    /// The members of its data.
    public let data: [Param]

    init(_ event: any EventData.Type) {
        type = event.type.rawValue
        summary = event.summary
        data = EventOrigin.params + event.params
    }

    /// Every type, in the order of a warehouse's day.
    public static let all: [EventDescription] = records.map { EventDescription($0) }

    static let records: [any EventData.Type] = [
        LayoutLoaded.self, StockChanged.self, OrderAccepted.self,
        OrderHeld.self, OrderResumed.self, OrderReleased.self, OrderUnreleased.self, TourStarted.self,
        OrderShort.self, TourFinished.self, OrderPicked.self, TaskOpened.self, TaskDone.self,
        ParcelClosed.self, LabelFailed.self, ParcelLabelled.self, ParcelVoided.self, OrderPacked.self,
        OrderUnpacked.self, ParcelHandedOver.self, OrderInTransit.self,
        OrderCancelRequested.self, OrderCancelled.self,
    ]
}
