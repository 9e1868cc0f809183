import Testing

extension FaultCase {
    /// Faults in one entry of the file: an aisle, a run, a station, a walkway.
    static let entryCases: [FaultCase] = [
        FaultCase(
            "unknown key", twoAisles(aisle: "ptich: 5"), at: 9, 5,
            "an aisle has no key \"ptich\": did you mean \"pitch\"?"),
        FaultCase(
            "time zone that is none", twoAisles(head: "timezone: America/NewYork"), at: 2, 11,
            "there is no time zone \"America/NewYork\": did you mean America/New_York?"),
        FaultCase(
            "unknown key with nothing near", twoAisles(head: "colour: red"), at: 2, 1,
            "its keys are warehouse"),
        FaultCase(
            "same aisle twice", twoAisles(moreAisles: "  - {id: b, x: 20}"), at: 16, 10,
            "aisle B stands twice (first in line 7)"),
        FaultCase(
            "same cross aisle twice", twoAisles(row: "y: 0}\n  - {id: FRONT, y: 3"), at: 5, 10,
            "cross aisle FRONT stands twice"),
        FaultCase(
            "same shelf twice",
            twoAisles(
                moreRuns:
                    "      - {count: 1, first: 3, first_y: 4.5, length: 3, sides: right, bins: {columns: 1, size: [9, 9, 9]}}"
            ), at: 15, 9, "duplicate address: shelf A-3"),
        FaultCase(
            "same station twice", twoAisles(station: "x: 0\n  - {id: depot, kind: pack, x: 1, y: -1}"),
            at: 22, 10, "station DEPOT stands twice"),
        FaultCase(
            "same spot twice",
            twoAisles(
                tail:
                    "spots:\n  - {id: F-1, at: [1, -1], size: [1, 1, 1]}\n  - {id: F-1, at: [2, -1], size: [1, 1, 1]}"
            ), at: 25, 10, "duplicate address: F-1"),
        FaultCase(
            "spot with a bin's address",
            twoAisles(tail: "spots: [{id: A-01-1, at: [1, -1], size: [1, 1, 1]}]"), at: 23, 14,
            "names A-1-01 already"),
        FaultCase(
            "spot with a station's id",
            twoAisles(tail: "spots: [{id: PACK-1, at: [1, -1], size: [1, 1, 1]}]"), at: 23, 14,
            "is a station too"),
        FaultCase(
            "printed names that are one", twoAisles(head: "bin_name: \"{aisle}{shelf}{level}\""), at: 2, 11,
            "ambiguous address: bin_name prints \"A11\""),
        FaultCase(
            "printed name that is another's address",
            twoAisles(head: "bin_name: \"{aisle}-{shelf}-{column}\""), at: 2, 11, "ambiguous address"),
        FaultCase(
            "no such field in bin_name", twoAisles(head: "bin_name: \"{row}\""), at: 2, 11,
            "bin_name is text with {aisle}"),
        FaultCase(
            "shelf outside its aisle", twoAisles(run: "first_y: 2"), at: 11, 9,
            "shelf A-3 reaches from y 3.5 to y 6.5, outside its aisle (y 0 to 6)"),
        FaultCase("shelf before its aisle", twoAisles(run: "first_y: 1"), at: 11, 9, "outside its aisle"),
        FaultCase(
            "shelf across a cross aisle", twoAisles(row: "y: 0}\n  - {id: MID, y: 2"), at: 12, 9,
            "across cross aisle MID at y 2"),
        FaultCase(
            "overlapping shelves",
            twoAisles(
                moreRuns:
                    "      - {count: 1, first_y: 2, length: 1, sides: left, bins: {columns: 1, size: [9, 9, 9]}}"
            ), at: 15, 9, "shelves A-1 and A-5 overlap on the left side"),
        FaultCase(
            "aisles on each other", twoAisles(moreAisles: "  - {id: C, x: 1}"), at: 16, 10,
            "aisles A and C lie on each other"),
        FaultCase(
            "cross aisles on each other", twoAisles(row: "y: 0}\n  - {id: FOYER, y: 0"), at: 5, 10,
            "lie on each other"),
        FaultCase(
            "bin without a way to it", twoAisles(tail: "closed: [\"A/FRONT\", \"A/BACK\"]"), at: 11, 9,
            "A-1-01 cannot be reached from a start"),
        FaultCase(
            "bin without a way home",
            twoAisles(
                row: "y: 0, x: [0, 20]",
                moreAisles:
                    "  - {id: C, x: 20, to: 4, one_way: up, shelves: {count: 1, first_y: 2, length: 3, bins: {columns: 1, size: [9, 9, 9]}}}"
            ), at: 16, 49, "no pack station can be reached"),
        FaultCase(
            "station without a way to it", twoAisles(tail: "closed: [\"FRONT:A/B\", \"BACK:A/B\"]"), at: 22,
            10, "PACK-1 cannot be reached"),
        FaultCase(
            "no start", twoAisles().replacing("kind: start", with: "kind: dock"), at: 1, 1,
            "there is no start"),
        FaultCase(
            "no pack station", twoAisles().replacing("kind: pack", with: "kind: dock"), at: 1, 1,
            "there is no pack station"),
        FaultCase(
            "range that runs backwards", twoAisles().replacing("A..B", with: "B..A"), at: 7, 9,
            "the range B..A runs backwards: write A..B"),
        FaultCase(
            "number range that runs backwards", twoAisles().replacing("A..B", with: "09..01"), at: 7, 9,
            "runs backwards"),
        FaultCase(
            "range that is none", twoAisles().replacing("A..B", with: "A..3"), at: 7, 9, "is no range"),
        FaultCase(
            "range without a pitch",
            twoAisles(aisle: "area: MAIN").replacing(
                "cross_aisles", with: "areas: [{id: MAIN}]\ncross_aisles"), at: 8, 5, "add pitch"),
        FaultCase(
            "pitch without a range", twoAisles().replacing("A..B", with: "A"), at: 9, 12,
            "pitch is for ranges"),
        FaultCase(
            "aisle that runs backwards", twoAisles(aisle: "pitch: 5\n    from: BACK\n    to: FRONT"), at: 11,
            9, "runs backwards"),
        FaultCase(
            "extent that runs backwards", twoAisles(row: "y: 0, x: [5, 1]"), at: 4, 26, "x runs backwards"),
        FaultCase(
            "size of zero", twoAisles(bins: "{columns: 3, levels: 2, size: [900, 0, 400]}"), at: 14, 51,
            "size must be 1 to"),
        FaultCase(
            "no length", twoAisles().replacing("length: 3", with: "length: 0"), at: 12, 17,
            "length must be more than 0"),
        FaultCase(
            "no columns", twoAisles(bins: "{columns: 0, levels: 2, size: [9, 6, 4]}"), at: 14, 25,
            "columns must be 1 to 99"),
        FaultCase(
            "no shelves in a run", twoAisles().replacing("count: 4", with: "count: 0"), at: 11, 16,
            "count must be 1"),
        FaultCase(
            "speed of zero", twoAisles(head: "walk_speed: 0"), at: 2, 13, "walk_speed must be more than 0"),
        FaultCase(
            "metres that are none", twoAisles(run: "first_y: 1,5"), at: 13, 18,
            "first_y must be a number of metres such as 12.5, not \"1,5\""),
        FaultCase("hexadecimal metres", twoAisles(run: "first_y: 0x10"), at: 13, 18, "number of metres"),
        FaultCase(
            "metres that are not finite", twoAisles(run: "first_y: .inf"), at: 13, 18, "number of metres"),
        FaultCase(
            "metres beyond all halls", twoAisles(run: "first_y: 10001"), at: 13, 18, "within ±10000 metres"),
        FaultCase(
            "whole number that is none", twoAisles().replacing("count: 4", with: "count: 4.5"), at: 11, 16,
            "must be a whole number"),
        FaultCase(
            "size that is no triple", twoAisles(bins: "{columns: 3, size: [900, 600]}"), at: 14, 34,
            "three whole numbers of millimetres"),
        FaultCase("bins without a size", twoAisles(bins: "{columns: 3}"), at: 14, 15, "have no size"),
        FaultCase(
            "spot without a size", twoAisles(tail: "spots: [{id: F-1, at: [0, 1]}]"), at: 23, 9,
            "spots have no size"),
        FaultCase(
            "bin type that is not there",
            twoAisles(head: "bin_types: {SHELF: {size: [9, 9, 9]}}", bins: "{columns: 3, type: SHELV}"),
            at: 14, 34, "did you mean SHELF?"),
        FaultCase(
            "area that is not there",
            twoAisles(aisle: "pitch: 5\n    area: MIAN").replacing(
                "cross_aisles", with: "areas: [{id: MAIN}]\ncross_aisles"), at: 11, 11,
            "there is no area \"MIAN\": did you mean MAIN?"),
        FaultCase(
            "same area twice", twoAisles(head: "areas: [{id: M}, {id: M}]"), at: 2, 23, "area M stands twice"
        ),
        FaultCase(
            "turn that is no quarter", twoAisles(head: "areas: [{id: M, turn: 45}]"), at: 2, 23,
            "turn must be 0, 90, 180 or 270"),
        FaultCase(
            "cross aisle that is not there", twoAisles(aisle: "pitch: 5\n    to: BAKC"), at: 10, 9,
            "there is no cross aisle \"BAKC\" for this aisle: did you mean BACK?"),
        FaultCase(
            "cross aisle of another area",
            twoAisles(
                head: "areas: [{id: N, floor: 1}]", aisle: "pitch: 5\n    area: N\n    from: FRONT\n    to: 6"
            ), at: 11, 11, "lies in another area"),
        FaultCase(
            "cross aisle that meets none",
            twoAisles(row: "y: 0}\n  - {id: FAR, y: 90, area: N").replacing(
                "name: Test", with: "areas: [{id: N, floor: 1}]"), at: 5, 10, "FAR meets no aisle"),
        FaultCase(
            "choice that is none", twoAisles().replacing("kind: start", with: "kind: strat"), at: 19, 11,
            "did you mean start?"),
        FaultCase(
            "id with a space", twoAisles().replacing("A..B", with: "\"A B\""), at: 7, 9,
            "is no id: use 1 to 8 of A to Z and 0 to 9"),
        FaultCase(
            "id that is too long", twoAisles().replacing("A..B", with: "ABCDEFGHI"), at: 7, 9, "is no id"),
        FaultCase("key without a value", twoAisles(head: "name:"), at: 2, 6, "has no value"),
        FaultCase(
            "missing key", twoAisles().replacing("    x: 1\n", with: ""), at: 7, 5, "an aisle needs x"),
        FaultCase(
            "even step on both sides", twoAisles(run: "first_y: 1.5\n        step: 2"), at: 14, 15,
            "step must be odd"),
        FaultCase(
            "closed aisle that is not there", twoAisles(tail: "closed: [\"C/BACK\"]"), at: 23, 10,
            "there is no aisle \"C\""),
        FaultCase(
            "closed mouth that is not there", twoAisles(tail: "closed: [A/MID]"), at: 23, 10,
            "aisle A meets no cross aisle \"MID\""),
        FaultCase(
            "closed shelf that is not there", twoAisles(tail: "closed: [A-9]"), at: 23, 10,
            "aisle A has no shelf 9"),
        FaultCase(
            "pillar outside", twoAisles(tail: "closed: [\"A@9\"]"), at: 23, 10, "nothing stands in it at 9"),
        FaultCase("closed what", twoAisles(tail: "closed: [everything]"), at: 23, 10, "is none of C/BACK"),
        FaultCase(
            "dock that is not there",
            twoAisles(tail: "").replacing("kind: pack,", with: "kind: stage, dock: D,"), at: 22, 37,
            "there is no dock \"D\""),
        FaultCase(
            "walkway to nowhere", twoAisles(tail: "walkways: [{id: W, from: [1, 0], to: [1, 0]}]"), at: 23,
            38, "ends where it begins"),
        FaultCase(
            "same walkway twice",
            twoAisles(
                tail: "walkways: [{id: W, from: [1, 0], to: [6, 6]}, {id: W, from: [1, 6], to: [6, 0]}]"),
            at: 23, 52, "walkway W stands twice"),
        FaultCase(
            "point that is none", twoAisles(tail: "walkways: [{id: W, from: 3, to: [6, 6]}]"), at: 23, 26,
            "from is a point"),
        FaultCase(
            "same cart twice", twoAisles(tail: "carts: [{id: C, totes: 1}, {id: C, totes: 2}]"), at: 23, 33,
            "cart C stands twice"),
        FaultCase(
            "aisles out of the world",
            twoAisles(aisle: "pitch: 9999.999").replacing("A..B", with: "001..999"), at: 7, 9,
            "aisle 002 would lie at x 10000.999"),
        FaultCase(
            "stations out of the world",
            twoAisles(station: "x: 0\n  - {id: X-1..9, kind: dock, x: 0, y: 0, pitch: [0, -9000]}"), at: 22,
            5, "X-3 would lie out of the building"),
        FaultCase(
            "spots out of the world",
            twoAisles(tail: "spots: [{id: S-1..9, at: [0, 0], pitch: [9000, 9000], size: [1, 1, 1]}]"),
            at: 23, 26, "S-3 would lie out of the building"),
        FaultCase(
            "more spots than a floor holds",
            twoAisles(
                tail:
                    "spots:\n  - {id: S00001..10000, at: [0, 0], pitch: [0, 0.5], size: [1, 1, 1]}\n  - {id: T00001..10000, at: [0, 0], pitch: [0.5, 0], size: [1, 1, 1]}\n  - {id: U1, at: [0, 0], size: [1, 1, 1]}"
            ), at: 26, 5, "more than 20000 spots"),
        FaultCase(
            "storey without anything",
            twoAisles(
                head: "areas: [{id: N, floor: 1}]",
                tail: "spots: [{id: F, area: N, at: [0, 0], size: [1, 1, 1]}]"), at: 23, 14,
            "nothing walkable on its floor"),
    ]
}
