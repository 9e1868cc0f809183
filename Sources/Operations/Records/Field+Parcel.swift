import Domain
import LineProtocol

/// Members that operations on parcels and their labels have.
extension Field {
    public static func parcel(_ place: Place<Root, String>) -> Field {
        required("parcel", place, .codeOrNumber, "The parcel's number, its SSCC, or a scan of its label.")
    }

    public static func optionalParcel(_ place: Place<Root, String?>, _ doc: String) -> Field {
        optional("parcel", place, .codeOrNumber, doc)
    }
}
