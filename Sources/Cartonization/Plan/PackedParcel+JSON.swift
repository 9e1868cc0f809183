public import JSON

extension PackedParcel {
    /// Reads a parcel back from its places, as answers and the daemon's `parcel.get` write them.
    ///
    ///     [{"sku":"TEA-250G","at_mm":[0,0,0],"size_mm":[120,80,60]}]
    ///
    /// Every SKU is an item, in the order in which they come; the weight is unknown.
    ///
    /// - Throws: ``PackingError/malformed(field:problem:)``.
    public init(boxID: String, places: JSONValue?, itemIndexes: inout [String: Int]) throws(PackingError) {
        guard let entries = places?.array else {
            throw .malformed(field: "places", problem: "must be a list")
        }
        var items: [PlacedItem] = []
        for (index, entry) in entries.enumerated() {
            let fields = try FieldReader(entry, place: "places[\(index)]")
            let sku = try fields.required("sku", fields.string("sku"))
            let at = try fields.required("at_mm", fields.size("at_mm"))
            let itemIndex = itemIndexes[sku] ?? itemIndexes.count
            itemIndexes[sku] = itemIndex
            items.append(
                PlacedItem(
                    sku: sku, itemIndex: itemIndex,
                    at: BoxPosition(xMM: at.lengthMM, yMM: at.widthMM, zMM: at.heightMM),
                    size: try fields.required("size_mm", fields.size("size_mm"))))
        }
        self.init(boxID: boxID, items: items, weightG: 0)
    }
}
