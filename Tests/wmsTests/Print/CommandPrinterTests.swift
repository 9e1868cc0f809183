import Foundation
import LabelSpool
import Testing

@testable import wms

/// Labels fed to a shell command that fails in every way: what cannot have been printed waits, and a command that is
/// out of order costs one label a try.
@Suite struct CommandPrinterTests {
    @Test(
        "The exit status of a command that has read its label decides",
        arguments: [(0, "done"), (75, "new"), (126, "new"), (127, "new"), (1, "failed")])
    func status(status: Int, place: String) throws {
        let feed = try FeederUnderTest(1)
        let isTaken = try feed.feedOnce(command: "cat >/dev/null; echo out of ink >&2; exit \(status)")
        #expect(isTaken == (status == 0))
        #expect(feed.numbers(in: try #require(SpoolPlace(rawValue: place))) == [1])
        if place == "failed" { #expect(feed.reason(1).hasSuffix("ended with 1: out of ink\n")) }
    }

    @Test("A command that fails without reading costs no label; one that reads costs the first alone")
    func outOfOrder() throws {
        let feed = try FeederUnderTest(3)
        for _ in 0..<3 { #expect(try !feed.feedOnce(command: "echo jam >&2; exit 1")) }
        #expect(feed.numbers(in: .new) == [1, 2, 3])
        #expect(feed.reported.last?.hasSuffix("ended with 1: jam") == true)
        #expect(try !feed.feedOnce(command: "cat >/dev/null; echo jam >&2; exit 1"))
        #expect(feed.numbers(in: .failed) == [1])
        #expect(feed.numbers(in: .new) == [2, 3])
    }

    @Test("ZPL that was not read to its end cannot be on paper; another language may come out as it is read")
    func readInPart() throws {
        let command = "head -c 4000 >/dev/null; exit 1"
        let zpl = try FeederUnderTest(1)
        #expect(try !zpl.feedOnce(command: command))
        #expect(zpl.numbers(in: .new) == [1])
        let escpos = try FeederUnderTest(1, language: .escpos)
        #expect(try !escpos.feedOnce(command: command))
        #expect(escpos.numbers(in: .failed) == [1])
    }

    @Test("A command gets the label byte for byte, also longer ones than a pipe holds, and need not read it")
    func bytes() throws {
        let feed = try FeederUnderTest(2)
        #expect(try feed.feedOnce(command: "cat >>'\(feed.path)/paper'"))
        #expect(
            try String(contentsOfFile: feed.path + "/paper", encoding: .utf8)
                == feed.labels.map { $0 + "\n" }.joined())
        let other = try FeederUnderTest(2)
        #expect(try other.feedOnce(command: "true"))
        let long = [UInt8](repeating: 65, count: 1_000_000)
        let end = try ShellCommand(text: "wc -c >&2", inherited: 0).run(reading: long)
        #expect(end == ShellCommand.End(status: .exit(0), bytesRead: 1_000_000, lastLine: "1000000"))
    }

    @Test("A command that is killed leaves a label that nobody knows of, if it had read it")
    func killed() throws {
        let feed = try FeederUnderTest(1)
        #expect(try !feed.feedOnce(command: "kill -9 $$"))
        #expect(feed.numbers(in: .new) == [1])
        #expect(try !feed.feedOnce(command: "cat >/dev/null; kill -9 $$"))
        #expect(feed.reason(1).contains("signal 9"))
    }

    @Test("A command that outlives its feeder keeps the next one away")
    func outlives() throws {
        let feed = try FeederUnderTest(1)
        // What the shell leaves in the background has what it inherited, as it has where its feeder is killed.
        let command = "cat >/dev/null; sleep 600 >/dev/null 2>&1 & echo $! >'\(feed.path)/sleeper'"
        #expect(try feed.feedOnce(command: command))
        let text = try String(contentsOfFile: feed.path + "/sleeper", encoding: .utf8)
        let sleeper = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(feed.refusal() == .commandStillRuns(feed.path))
        kill(sleeper, SIGKILL)
        #expect(throws: Never.self) { try feed.queue() }
    }
}
