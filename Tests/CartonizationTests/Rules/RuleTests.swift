import Testing

/// Each hard rule alone decides an answer: dropping the rule from the search fails its case.
@Suite struct RuleTests {
    @Test(arguments: turns + weights + supports + loads + company + room)
    func `the rule decides`(rule: RuleCase) throws {
        #expect(try rule.answer(isRuled: true) == rule.expected)
        #expect(try rule.answer(isRuled: false) == rule.expectedUnruled)
    }

    private static let cube = #"{"id":"S","inner_mm":[100,100,100]}"#

    private static let turns = [
        RuleCase(
            description: "no turn", boxes: #"{"id":"S","inner_mm":[30,20,10]}"#,
            items: #"{"sku":"A","size_mm":[10,20,30],"rotation":"none"}"#,
            unruled: #"{"sku":"A","size_mm":[10,20,30]}"#, expected: ["-too_large"], expectedUnruled: ["S"]),
        RuleCase(
            description: "upright", boxes: #"{"id":"S","inner_mm":[30,20,10]}"#,
            items: #"{"sku":"A","size_mm":[10,20,30],"rotation":"upright"}"#,
            unruled: #"{"sku":"A","size_mm":[20,30,10],"rotation":"upright"}"#, expected: ["-too_large"],
            expectedUnruled: ["S"]),
        RuleCase(
            description: "not on its base", boxes: #"{"id":"S","inner_mm":[90,60,30]}"#,
            items: #"{"sku":"A","size_mm":[90,60,30],"rotation":["long_side","short_side"]}"#,
            unruled: #"{"sku":"A","size_mm":[90,60,30],"rotation":["base"]}"#, expected: ["-too_large"],
            expectedUnruled: ["S"]),
        RuleCase(
            description: "not on its long side", boxes: #"{"id":"S","inner_mm":[30,90,60]}"#,
            items: #"{"sku":"A","size_mm":[90,60,30],"rotation":["base","short_side"]}"#,
            unruled: #"{"sku":"A","size_mm":[90,60,30],"rotation":["long_side"]}"#, expected: ["-too_large"],
            expectedUnruled: ["S"]),
        RuleCase(
            description: "not on its short side", boxes: #"{"id":"S","inner_mm":[30,60,90]}"#,
            items: #"{"sku":"A","size_mm":[90,60,30],"rotation":["base","long_side"]}"#,
            unruled: #"{"sku":"A","size_mm":[90,60,30],"rotation":["short_side"]}"#, expected: ["-too_large"],
            expectedUnruled: ["S"]),
    ]

    private static let weights = [
        RuleCase(
            description: "gross weight, the box included",
            boxes: #"{"id":"S","inner_mm":[100,100,100],"tare_g":100,"max_weight_g":500}"#,
            items: #"{"sku":"A","qty":2,"size_mm":[10,10,10],"weight_g":201}"#,
            unruled: #"{"sku":"A","qty":2,"size_mm":[10,10,10],"weight_g":200}"#, expected: ["S", "S"],
            expectedUnruled: ["S"]),
        RuleCase(
            description: "a piece heavier than its box may be",
            boxes: #"{"id":"S","inner_mm":[100,100,100],"tare_g":100,"max_weight_g":500}"#,
            items: #"{"sku":"A","size_mm":[10,10,10],"weight_g":401}"#,
            unruled: #"{"sku":"A","size_mm":[10,10,10],"weight_g":400}"#, expected: ["-too_heavy"],
            expectedUnruled: ["S"]),
    ]

    private static let supports = [
        RuleCase(
            description: "75 % of the base rests on something", boxes: cube,
            items: #"{"sku":"LOW","size_mm":[74,100,50],"rotation":"none","floor_only":true}"# + plate(50),
            unruled: #"{"sku":"LOW","size_mm":[75,100,50],"rotation":"none","floor_only":true}"# + plate(50),
            expected: ["S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "the share is what the file says", boxes: cube, rules: #"{"support":0.75}"#,
            items: #"{"sku":"LOW","size_mm":[74,100,50],"rotation":"none","floor_only":true}"# + plate(50),
            unruled: #"{"sku":"LOW","size_mm":[74,100,50],"rotation":"none","floor_only":true}"# + plate(50),
            expected: ["S", "S"], expectedUnruled: ["S"], unruledRules: #"{"support":0.74}"#),
        // The piece on top rests on the higher of two, which does not reach its middle from either wall.
        RuleCase(
            description: "the centre is over the support", boxes: cube, rules: #"{"support":0.4}"#,
            items: #"{"sku":"HIGH","size_mm":[40,100,50],"rotation":"none","floor_only":true},"#
                + #"{"sku":"LOW","size_mm":[60,100,40],"rotation":"none","floor_only":true}"# + plate(50),
            unruled: #"{"sku":"HIGH","size_mm":[40,100,50],"rotation":"none","floor_only":true},"#
                + #"{"sku":"LOW","size_mm":[60,100,40],"rotation":"none","floor_only":true}"# + plate(50),
            expected: ["S", "S"], expectedUnruled: ["S"], unruledRules: #"{"support":0.4,"centre":false}"#),
        RuleCase(
            description: "floor only", boxes: cube,
            items: #"{"sku":"A","qty":2,"size_mm":[100,100,50],"rotation":"upright","floor_only":true}"#,
            unruled: #"{"sku":"A","qty":2,"size_mm":[100,100,50],"rotation":"upright"}"#,
            expected: ["S", "S"], expectedUnruled: ["S"]),
    ]

    /// Something that covers the box and is to stand above what else there is.
    private static func plate(_ heightMM: Int, weightG: Int = 100) -> String {
        #",{"sku":"PLATE","size_mm":[100,100,\#(heightMM)],"weight_g":\#(weightG),"rotation":"none"}"#
    }

    /// Two that share the floor.
    private static func pair(_ rule: String, heightMM: Int = 50) -> String {
        #"{"sku":"LEFT","size_mm":[50,100,\#(heightMM)],"rotation":"none","floor_only":true\#(rule)},"#
            + #"{"sku":"RIGHT","size_mm":[50,100,50],"rotation":"none","floor_only":true}"#
    }

    private static let loads = [
        RuleCase(
            description: "a load shared by contact area", boxes: cube,
            items: pair(#","max_top_load_g":49"#) + plate(50),
            unruled: pair(#","max_top_load_g":50"#) + plate(50),
            expected: ["S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "a load that is passed on", boxes: #"{"id":"S","inner_mm":[100,100,150]}"#,
            items: pair(#","max_top_load_g":99"#) + plate(50) + plate(50),
            unruled: pair(#","max_top_load_g":100"#) + plate(50) + plate(50), expected: ["S", "S"],
            expectedUnruled: ["S"]),
        RuleCase(
            description: "fragile, touched", boxes: cube, items: pair(#","fragile":true"#) + plate(50),
            unruled: pair("") + plate(50), expected: ["S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "fragile, not touched", boxes: cube, rules: #"{"support":0.5}"#,
            items: pair(#","fragile":true"#, heightMM: 40) + plate(50),
            unruled: pair(#","stackable":false"#, heightMM: 40) + plate(50), expected: ["S", "S"],
            expectedUnruled: ["S"]),
        RuleCase(
            description: "not stackable", boxes: cube, items: pair(#","stackable":false"#) + plate(50),
            unruled: pair("") + plate(50), expected: ["S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "at most two in a stack", boxes: cube,
            items: #"{"sku":"A","qty":3,"size_mm":[100,100,30],"rotation":"upright","max_stack":2}"#,
            unruled: #"{"sku":"A","qty":3,"size_mm":[100,100,30],"rotation":"upright","max_stack":3}"#,
            expected: ["S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "the stack of the strictest", boxes: cube,
            items:
                #"{"sku":"A","qty":2,"size_mm":[100,100,30],"rotation":"upright"},{"sku":"B","size_mm":[100,100,30],"rotation":"upright","max_stack":2}"#,
            unruled:
                #"{"sku":"A","qty":2,"size_mm":[100,100,30],"rotation":"upright"},{"sku":"B","size_mm":[100,100,30],"rotation":"upright"}"#,
            expected: ["S", "S"], expectedUnruled: ["S"]),
    ]

    private static let company = [
        RuleCase(
            description: "a box of its own", boxes: cube,
            items:
                #"{"sku":"A","qty":2,"size_mm":[10,10,10],"own_box":true},{"sku":"B","size_mm":[10,10,10]}"#,
            unruled: #"{"sku":"A","qty":2,"size_mm":[10,10,10]},{"sku":"B","size_mm":[10,10,10]}"#,
            expected: ["S", "S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "never with", boxes: cube,
            items: #"{"sku":"A","size_mm":[10,10,10],"group":"food"},"#
                + #"{"sku":"B","size_mm":[10,10,10],"never_with":["paint","food"]}"#,
            unruled: #"{"sku":"A","size_mm":[10,10,10],"group":"food"},"#
                + #"{"sku":"B","size_mm":[10,10,10],"never_with":["paint"]}"#,
            expected: ["S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "never with its own kind", boxes: cube,
            items: #"{"sku":"A","qty":2,"size_mm":[10,10,10],"group":"cell","never_with":["cell"]}"#,
            unruled: #"{"sku":"A","qty":2,"size_mm":[10,10,10],"group":"cell"}"#, expected: ["S", "S"],
            expectedUnruled: ["S"]),
        // Without the bundle A and B fill one box and C the other.
        RuleCase(
            description: "with the group of another", boxes: cube,
            items: #"{"sku":"A","size_mm":[60,100,100],"rotation":"none","with_group":"kit"},"#
                + #"{"sku":"B","size_mm":[40,100,100],"rotation":"none"},"#
                + #"{"sku":"C","size_mm":[30,100,100],"rotation":"none","group":"kit"},"#
                + #"{"sku":"D","size_mm":[70,100,100],"rotation":"none"}"#,
            unruled: #"{"sku":"A","size_mm":[60,100,100],"rotation":"none","with_group":"kit"},"#
                + #"{"sku":"B","size_mm":[40,100,100],"rotation":"none"},"#
                + #"{"sku":"C","size_mm":[30,100,100],"rotation":"none"},"#
                + #"{"sku":"D","size_mm":[70,100,100],"rotation":"none"}"#,
            expected: ["S", "S", "S"], expectedUnruled: ["S", "S"]),
        RuleCase(
            description: "a bundle that does not fit", boxes: cube,
            items: #"{"sku":"A","qty":2,"size_mm":[60,100,100],"with_group":"kit"}"#,
            unruled: #"{"sku":"A","qty":2,"size_mm":[60,100,100]}"#,
            expected: ["-group_does_not_fit"], expectedUnruled: ["S", "S"]),
        RuleCase(
            description: "a bundle of enemies", boxes: cube,
            items: #"{"sku":"A","size_mm":[10,10,10],"with_group":"kit","group":"food"},"#
                + #"{"sku":"B","size_mm":[10,10,10],"with_group":"kit","never_with":["food"]}"#,
            unruled: #"{"sku":"A","size_mm":[10,10,10],"group":"food"},"#
                + #"{"sku":"B","size_mm":[10,10,10],"never_with":["food"]}"#,
            expected: ["-conflicts_with_itself", "-conflicts_with_itself"], expectedUnruled: ["S", "S"]),
    ]

    private static let room = [
        RuleCase(
            description: "padding on six sides", boxes: cube,
            items: #"{"sku":"A","size_mm":[96,96,96],"padding_mm":3}"#,
            unruled: #"{"sku":"A","size_mm":[96,96,96],"padding_mm":2}"#, expected: ["-too_large"],
            expectedUnruled: ["S"]),
        RuleCase(
            description: "clearance at the walls",
            boxes: #"{"id":"S","inner_mm":[100,100,100],"clearance_mm":3}"#,
            items: #"{"sku":"A","size_mm":[96,90,90],"rotation":"none"}"#,
            unruled: #"{"sku":"A","size_mm":[96,90,90],"rotation":"none"}"#, expected: ["-too_large"],
            expectedUnruled: ["S"], unruledBoxes: #"{"id":"S","inner_mm":[100,100,100],"clearance_mm":2}"#),
        RuleCase(
            description: "clearance under the lid",
            boxes: #"{"id":"S","inner_mm":[100,100,100],"clearance_mm":3}"#,
            items: #"{"sku":"A","size_mm":[90,90,98],"rotation":"none"}"#,
            unruled: #"{"sku":"A","size_mm":[90,90,98],"rotation":"none"}"#, expected: ["-too_large"],
            expectedUnruled: ["S"], unruledBoxes: #"{"id":"S","inner_mm":[100,100,100],"clearance_mm":2}"#),
        RuleCase(
            description: "at most so many pieces",
            boxes: #"{"id":"S","inner_mm":[100,100,100],"max_items":2}"#,
            items: #"{"sku":"A","qty":3,"size_mm":[10,10,10]}"#,
            unruled: #"{"sku":"A","qty":3,"size_mm":[10,10,10]}"#,
            expected: ["S", "S"], expectedUnruled: ["S"],
            unruledBoxes: #"{"id":"S","inner_mm":[100,100,100],"max_items":3}"#),
        RuleCase(
            description: "supply",
            boxes:
                #"{"id":"S","inner_mm":[100,100,100],"supply":1},{"id":"XL","inner_mm":[500,300,300],"supply":1}"#,
            items: #"{"sku":"A","qty":3,"size_mm":[100,100,100],"own_box":true}"#,
            unruled: #"{"sku":"A","qty":3,"size_mm":[100,100,100],"own_box":true}"#,
            expected: ["S", "XL", "-no_box_left"], expectedUnruled: ["S", "S", "S"],
            unruledBoxes:
                #"{"id":"S","inner_mm":[100,100,100]},{"id":"XL","inner_mm":[500,300,300],"supply":1}"#),
        RuleCase(
            description: "nested pieces add little", boxes: #"{"id":"S","inner_mm":[100,100,129]}"#,
            items: #"{"sku":"A","qty":4,"size_mm":[100,100,100],"rotation":"upright","nest_mm":10}"#,
            unruled: #"{"sku":"A","qty":3,"size_mm":[100,100,100],"rotation":"upright","nest_mm":10}"#,
            expected: ["S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "what does not nest stands beside", boxes: #"{"id":"S","inner_mm":[100,100,130]}"#,
            items: #"{"sku":"A","qty":2,"size_mm":[100,100,100],"rotation":"upright"}"#,
            unruled: #"{"sku":"A","qty":2,"size_mm":[100,100,100],"rotation":"upright","nest_mm":10}"#,
            expected: ["S", "S"], expectedUnruled: ["S"]),
        RuleCase(
            description: "a mailer gives so much",
            boxes: #"{"id":"S","inner_mm":[100,100,20],"kind":"mailer","give_mm":9}"#,
            items: #"{"sku":"A","size_mm":[100,100,30]}"#, unruled: #"{"sku":"A","size_mm":[100,100,30]}"#,
            expected: ["-too_large"], expectedUnruled: ["S"],
            unruledBoxes: #"{"id":"S","inner_mm":[100,100,20],"kind":"mailer","give_mm":10}"#),
    ]
}
