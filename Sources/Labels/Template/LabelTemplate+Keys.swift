internal import Common
public import JSON

extension LabelTemplate {
    /// Refuses data with a key that the template has no field for, which is most often a slip: its value would be
    /// missed on the label and by nobody before.
    ///
    /// - Throws: ``LabelError/unknownKey(_:template:nearest:known:)``
    public func checkKeys(of data: JSONObject) throws(LabelError) {
        let known = design.topKeys
        for (key, _) in data.members where !known.contains(key) {
            throw .unknownKey(
                key, template: name, nearest: nearestWord(to: key, among: known), known: known)
        }
    }
}

extension Design {
    /// The declared keys, else those that the elements use, in file order.
    fileprivate var topKeys: [String] {
        let paths = fields.map { $0.map(\.path) } ?? FieldUse.keys(of: elements)
        var keys: [String] = []
        for path in paths where !keys.contains(path.names[0]) { keys.append(path.names[0]) }
        return keys
    }
}
