import Testing

@testable import wms

struct CandidateListTests {
    private let candidates = [
        LineCompletion.Candidate(text: "tour.next", note: "Claims a tour, or says the step that stands."),
        LineCompletion.Candidate(text: "tour.scan", note: "What the scanner read."),
        LineCompletion.Candidate(text: "tour.why", note: "Why this stop."),
    ]

    @Test func `what each means stands beside it where there is room`() {
        #expect(
            CandidateList(candidates, columns: 40, rows: 24).text == """
                tour.next  Claims a tour, or says the …
                tour.scan  What the scanner read.
                tour.why   Why this stop.
                """)
    }

    @Test(arguments: [(24, 40), (40, 4)])
    func `else they stand alone, read downwards`(columns: Int, rows: Int) {
        let text = CandidateList(candidates, columns: columns, rows: rows).text
        #expect(
            text
                == (columns == 24
                    ? "tour.next  tour.why\ntour.scan" : "tour.next  tour.scan  tour.why"))
    }
}
