public import Domain

/// `sku.get`
public struct SKUGet: Operation {
    /// An id or a barcode, as it was scanned.
    public var code = ""
    public var client: ClientID?

    public init() {}

    public static let declaration = Declaration.read(
        "sku.get", Role.allCases, "One SKU, by its id or by any code on it.",
        refusals: [.unknownSKU, .ambiguousCode])

    public static let fields: [Field<SKUGet>] = [
        .required("sku", \.code, .code, "The SKU, or a barcode of a piece or of a unit of it."),
        .optional(
            "client", \.client, .client,
            "Whose; \"\" where there is one owner. Left out: of \"\", or of the only client that has it."),
    ]

    public typealias Result = SKUSummary
}
