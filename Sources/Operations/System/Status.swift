public import Domain

/// `status`
public struct Status: Operation {
    public init() {}

    public static let declaration = Declaration.read(
        "status", Role.allCases, "How the daemon and the floor are doing.")
    public static let fields: [Field<Status>] = []

    public struct Result: Record {
        public var version = ""
        public var uptimeS = 0
        public var journal = ""
        public var head = 0
        public var orders = StateCounts<OrderStage>()
        public var releasing = 0
        public var tours = StateCounts<TourState>()
        public var isPlanning = false
        public var printers: [PrinterStatus] = []
        public var totes = StateCounts<ToteState>()
        public var sessions = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("version", \.version, .sentence, "The daemon's version."),
            .required("uptime_s", \.uptimeS, .count, "Seconds since it started."),
            .required("journal", \.journal, .anyID, "The name of this history of events."),
            .required("head", \.head, .count, "The number of the newest event."),
            .required("orders", \.orders, .record(), "Orders by stage, those in the archive left out."),
            .required("releasing", \.releasing, .count, "Orders that a release of all is yet to check."),
            .required("tours", \.tours, .record(), "Tours that are not finished, by state."),
            .required("planning", \.isPlanning, .flag, "Whether tours are planned of what was released last."),
            .rows(
                "printers", \.printers, of: .record(), "Printers that labels wait for, or that have a fault."),
            .required("totes", \.totes, .record(), "Totes by state."),
            .required("sessions", \.sessions, .count, "How many are at work."),
        ]
    }
}
