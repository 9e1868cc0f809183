import Cartonization
import Domain
import JSON
import Operations
import Store

/// The open transaction that a rule decides in: the state as it stands, the time, and who asks.
///
/// A rule reads and writes through its stores and emits events; it has no clock, no random source and no socket.
/// What it wrote stays only if it returns and the commit that it shares with others succeeds.
final class Transaction {
    let store: Store
    let now: Instant
    private let sharedSettings: SharedSettings
    let layouts: FloorCache
    let packingAnswers: AnswerCache
    let notesAtBenches: PackingNotesCache
    let plan: CurrentPlan
    let journal: String
    /// Who asks, as the socket knows it.
    let actor: Actor
    /// Label jobs whose files may lie in a folder that the daemon cannot read now.
    var unreachableLabels: Set<LabelRow> = []
    /// What was done of the command before.
    var preparation: Preparation?
    /// The packing engine's answers to this command's questions; nil where the command does not wait for answers.
    var packingAnswersGiven: [PackingAnswer]?
    /// What the packing engine is to answer before the command can be decided.
    var openQuestion: PackingQuestion?
    /// The import whose rows the command has begun to book and whose end it waits for.
    var importUnderWay: ImportRow?
    /// Whether the work that the command has begun is over.
    var isResumed = false
    /// The person and device at work, once a rule has read the session: every event names them.
    var person: Person?

    init(
        store: Store, now: Instant, settings: SharedSettings, layouts: FloorCache, packingAnswers: AnswerCache,
        notesAtBenches: PackingNotesCache, plan: CurrentPlan, journal: String, actor: Actor
    ) {
        self.store = store
        self.now = now
        sharedSettings = settings
        self.layouts = layouts
        self.packingAnswers = packingAnswers
        self.notesAtBenches = notesAtBenches
        self.plan = plan
        self.journal = journal
        self.actor = actor
    }

    var settings: SiteSettings { sharedSettings.values }

    /// Appends an event; it becomes visible with the commit, numbered without a gap.
    ///
    /// - Returns: its sequence number, for an event that undoes it later.
    @discardableResult
    func emit<Data: EventData>(
        _ data: Data, of subject: String, in warehouse: WarehouseCode, client: ClientID = ""
    ) throws(Refusal) -> Int {
        let origin = EventOrigin(warehouse: warehouse, client: client, by: person?.badge, device: person?.device)
        var text = JSONWriter()
        text.beginObject()
        data.writeMembers(to: &text)
        origin.writeMembers(to: &text)
        text.endObject()
        return try store.events.append(
            Data.type.rawValue, of: subject, in: warehouse, data: text.text, at: now)
    }

    /// Appends an event about an order.
    @discardableResult
    func emit<Data: EventData>(_ data: Data, of order: Order) throws(Refusal) -> Int {
        try emit(data, of: order.id.text, in: order.warehouse, client: order.client)
    }
}

/// Who works on which device: known from the session.
struct Person {
    let badge: BadgeID
    let device: DeviceID
}
