import Domain
import Foundation
import LineProtocol
import Operations
import TestOperations

/// A small world for tests of the daemon: the example layout, one SKU, and receipts of single pieces.
enum Floor {
    static func prepare(_ daemon: DaemonUnderTest) throws {
        try loadLayout(daemon, commandID: "layout")
        let size = SizeMM(length: 120, width: 80, height: 60)
        _ = try daemon.client().call(SKUUpsert("TEA-250G", size: size, weightG: 270), commandID: "sku")
    }

    /// Loads the example layout, or the same again as its next revision.
    static func loadLayout(_ daemon: DaemonUnderTest, commandID: String) throws {
        let layout = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("layouts/wh-ny.yaml")
        let yaml = try String(contentsOf: layout, encoding: .utf8)
        _ = try daemon.client().call(LayoutLoad(yaml), commandID: commandID)
    }

    /// The line that receives one piece.
    static func receipt(_ id: String) -> String {
        let params = #"{"bin":"B-3-12","sku":"TEA-250G","qty":1,"command_id":"\#(id)"}"#
        return #"{"jsonrpc":"2.0","id":"\#(id)","method":"stock.receive","params":\#(params)}"# + "\n"
    }

    /// Receives so many single pieces, sent ahead on one connection.
    ///
    /// - Returns: the answers.
    static func receive(_ count: Int, on daemon: DaemonUnderTest) throws -> [String] {
        let socket = try LineSocketUnderTest(daemon.socket)
        var answers: [String] = []
        // In shares that the socket's buffers hold, since nobody reads while this sends.
        for start in stride(from: 0, to: count, by: 100) {
            let ids = (start..<min(start + 100, count)).map { "r-\($0)" }
            socket.send(ids.map(receipt).joined())
            while answers.count < start + ids.count, let line = socket.line() {
                if line.contains(#""id":"r-"#) { answers.append(line) }
            }
        }
        return answers
    }
}
