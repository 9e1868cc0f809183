public import Domain
import LineProtocol

/// Members that operations on goods and stock have.
extension Field {
    public static func lot(_ place: Place<Root, String?>, _ doc: String = "The lot.") -> Field {
        optional("lot", place, .anyID, doc)
    }

    public static func expiry(_ place: Place<Root, Day?>, _ doc: String = "The expiry date.") -> Field {
        optional("expiry", place, .date, doc)
    }

    public static func plate(
        _ place: Place<Root, String?>, _ doc: String = "The pallet or case that it stands on."
    ) -> Field {
        optional("plate", place, .anyID, doc)
    }

    /// What may be done with the goods; the given words say what is meant.
    public static func status(_ place: Place<Root, StockStatus>, _ doc: String) -> Field {
        defaulted("status", place, .word(), absent: .available, doc)
    }
}
