import JSON
import LineProtocol

extension [ParamRule] {
    /// What is left of an object when each rule's choice has been made in every way: of params that cannot stand
    /// together one stays.
    func choices(of object: JSONObject) -> [JSONObject] {
        reduce([object]) { objects, rule in
            let names =
                switch rule {
                case .exactlyOne(let names), .atMostOne(let names): names
                }
            return objects.flatMap { object in
                names.map { kept in
                    var choice = object
                    for name in names where name != kept { choice[name] = nil }
                    return choice
                }
            }
        }
    }
}
