private import Common

/// The name among `names` that was probably meant by `name`; nil where none is near enough (`Common.nearestWord`).
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
    nearestWord(to: name, among: names)
}
