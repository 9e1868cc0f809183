import Foundation
import Testing

/// The protocol document is true: each of its sessions is played against the real daemon.
@Suite struct TranscriptTests {
    @Test func thereAreSessions() { #expect(Transcript.all.count >= 7) }

    @Test(arguments: Transcript.all) func theSessionGoesAsWritten(transcript: Transcript) throws {
        let daemon = try DaemonUnderTest(
            settings: """
                labels: {templates: "\(Self.labels)"}
                printers: {zebra-1: {dpi: 203}, zebra-2: {dpi: 203}}
                """)
        for steps in transcript.connections {
            let socket = try LineSocketUnderTest(daemon.socket)
            for step in steps {
                switch step {
                case .send(let line): socket.send(line + "\n")
                case .expect(let expected):
                    let line = try #require(
                        socket.lineAfterHeartbeats(), "nothing came where \(expected) was expected")
                    #expect(try Transcript.matches(line, expected), "expected \(expected)\nbut got  \(line)")
                }
            }
            socket.finish()
            if !steps.contains(where: Self.isSubscription) { #expect(socket.rest().isEmpty) }
        }
    }

    /// The project's label templates: a label that cannot be drawn would be an event of its own.
    private static let labels = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("labels").path

    private static func isSubscription(_ step: Transcript.Step) -> Bool {
        if case .send(let line) = step { line.contains("event.subscribe") } else { false }
    }
}
