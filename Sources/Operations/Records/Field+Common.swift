public import Domain
import LineProtocol

/// Members that many operations have.
extension Field {
    /// Whose goods; "" where there is one owner.
    public static func client(_ place: Place<Root, ClientID>) -> Field {
        defaulted("client", place, .client, absent: "", "Whose goods; \"\" where there is one owner.")
    }

    public static func warehouse(_ place: Place<Root, WarehouseCode?>) -> Field {
        optional("warehouse", place, .warehouse, "The warehouse; may be left out where there is one.")
    }

    public static func session(_ place: Place<Root, SessionRow>) -> Field {
        required("session", place, .session, "The session that session.start answered with.")
    }

    public static func step(_ place: Place<Root, Int>) -> Field {
        required("step", place, .count, "The step of the prompt that this answers.")
    }

    public static func optionalStep(_ place: Place<Root, Int?>) -> Field {
        optional("step", place, .count, "The step of the prompt; the current one where left out.")
    }
}

/// Members that every list's answer has.
extension Field {
    public static func more(_ place: Place<Root, Bool>) -> Field {
        required("more", place, .flag, "Whether there are further ones after these.")
    }
}
