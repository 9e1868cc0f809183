import JSON

extension ParamTable {
    mutating func layouts() {
        let moved: JSONValue = .string(SmallFloor.yaml("WH-NY", firstX: 2))
        begin("layout.check", in: Worlds.empty, ["yaml": .string(SmallFloor.yaml("WH-NY"))])
        pair("yaml", .string(SmallFloor.yaml("WH-PA")))

        begin("layout.load", in: Worlds.stocked, ["yaml": .string(SmallFloor.yaml("WH-NY"))])
        pair("yaml", .string(SmallFloor.yaml("WH-PA")))
        pair("dry_run", true)
        pair("relocated", "all", with: ["yaml": moved])

        begin("layout.get", in: Worlds.stocked, ["warehouse": "WH-NY"])
        pair("warehouse", "WH-OH")
        pair("revision", 1)

        begin("layout.list", in: Worlds.stocked)
        pages(after: "WH-NY")
    }
}
