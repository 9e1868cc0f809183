import Domain
import JSON
import LineProtocol
import Testing

@testable import wms

struct ImportUploadTests {
    /// Answers each request and remembers how many were under way.
    private final class CountingLine: PipelinedLine {
        private(set) var requests: [(method: String, params: JSONObject)] = []
        private(set) var mostUnderWay = 0
        private var unanswered: [String] = []
        var refusal: LineError?

        func send(_ method: String, _ params: JSONObject) throws(ClientError) {
            requests.append((method, params))
            unanswered.append(method)
            mostUnderWay = max(mostUnderWay, unanswered.count)
        }

        func receive() throws(ClientError) -> JSONValue {
            let method = unanswered.removeFirst()
            if let refusal, method == "import.rows" { throw .refused(refusal) }
            return method == "import.begin"
                ? ["import": 7] : ["import": 7, "rows": 2_500, "state": "committing"]
        }

        var pages: [(first: Int, count: Int)] {
            requests.filter { $0.method == "import.rows" }.map { request in
                (request.params["first_line"]?.int ?? 0, request.params["rows"]?.array?.count ?? 0)
            }
        }
    }

    private let line = CountingLine()

    private func upload() -> ImportUpload {
        ImportUpload(.tote, ids: CommandIDs(device: "test")) { [line] () throws(ClientError) in line }
    }

    private func row(_ line: Int) -> ImportFile.Row { ImportFile.Row(line: line, params: ["tote": "T-1"]) }

    @Test func `pages follow one another without waiting for each`() throws {
        var upload = upload()
        for number in 2..<2_502 { try upload.add(row(number)) }
        #expect(line.mostUnderWay == ImportUpload.pagesUnderWayMax)
        let answer = try upload.commit()
        #expect(answer.number == ImportRow(7) && answer.state == .committing && upload.rows == 2_500)
        #expect(line.pages.map(\.first) == Array(stride(from: 2, to: 2_502, by: 250)))
        #expect(line.pages.allSatisfy { $0.count == 250 })
        #expect(line.requests.map(\.method).first == "import.begin")
        #expect(line.requests.map(\.method).last == "import.commit")
        let ids = line.requests.compactMap { $0.params["command_id"]?.string }
        #expect(Set(ids).count == line.requests.count)
    }

    @Test func `a blank line ends a page, since the daemon counts lines`() throws {
        var upload = upload()
        for number in [2, 3, 5, 6, 9] { try upload.add(row(number)) }
        _ = try upload.commit()
        #expect(line.pages.map(\.first) == [2, 5, 9])
        #expect(line.pages.map(\.count) == [2, 2, 1])
    }

    @Test func `nothing is sent before a page is full`() throws {
        var upload = upload()
        for number in 2..<252 { try upload.add(row(number)) }
        #expect(line.requests.isEmpty)
        try upload.add(row(252))
        #expect(line.requests.map(\.method) == ["import.begin", "import.rows"])
    }

    @Test func `the row that has to be refused is brought once and counts as none`() throws {
        var upload = upload()
        try upload.add(row(2))
        for number in 4..<6 {
            try upload.addRefused(line: 3)
            try upload.add(row(number))
        }
        _ = try upload.commit()
        #expect(upload.rows == 3)
        #expect(line.pages.map(\.first) == [2] && line.pages.map(\.count) == [4])
        let rows = line.requests.first { $0.method == "import.rows" }?.params["rows"]?.array
        #expect(rows?[1] == .object(ImportUpload.refusedRow))
    }

    @Test func `no kind of thing can be the row that has to be refused`() {
        for kind in wms.ImportKind.allCases {
            var check = ParamCheck()
            _ = check.object(ImportUpload.refusedRow, as: kind.params)
            #expect(check.faults.contains { $0.message.hasPrefix("is missing") }, "\(kind)")
            #expect(check.faults.contains { $0.message.hasPrefix("is not known here") }, "\(kind)")
        }
    }

    @Test func `a refused page is told`() throws {
        line.refusal = LineError(code: 1_055, message: "stopping", data: ["kind": "shutting_down"])
        var upload = upload()
        for number in 2..<10 { try upload.add(row(number)) }
        #expect(throws: ClientError.self) { try upload.commit() }
    }
}
