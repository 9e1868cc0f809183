import Foundation
import LabelSpool
import Testing

@testable import wms

@Suite struct PrinterFeederTests {
    @Test(
        "A command's exit status decides", arguments: [(0, "done"), (75, "new"), (127, "new"), (1, "failed")])
    func command(status: Int, place: String) throws {
        let feed = try FeederUnderTest(1)
        let isTaken = try feed.feedOnce(
            CommandPrinter(command: "cat >/dev/null; echo out of ink >&2; exit \(status)"))
        #expect(isTaken == (status == 0))
        #expect(
            feed.files(in: try #require(SpoolPlace(rawValue: place))).count == (place == "failed" ? 2 : 1))
        if place == "failed" { #expect(feed.reason(1).hasSuffix("ended with 1: out of ink\n")) }
    }

    @Test("A command gets the label byte for byte, and need not read it")
    func bytes() throws {
        let feed = try FeederUnderTest(2)
        #expect(try feed.feedOnce(CommandPrinter(command: "cat >>'\(feed.path)/paper'")))
        #expect(
            try String(contentsOfFile: feed.path + "/paper", encoding: .utf8)
                == feed.labels.map { $0 + "\n" }.joined())
        let other = try FeederUnderTest(2)
        #expect(try other.feedOnce(CommandPrinter(command: "true")))
    }

    @Test("A command that is killed leaves a label that nobody knows of")
    func killed() throws {
        let feed = try FeederUnderTest(1)
        #expect(try !feed.feedOnce(CommandPrinter(command: "kill -9 $$")))
        #expect(feed.reason(1).contains("signal 9"))
    }

    @Test("A label that a killed feeder had in hand is not sent again")
    func leftInHand() throws {
        let feed = try FeederUnderTest(2)
        try SpoolQueue(path: feed.path).setInHand(feed.files(in: .new)[0])
        let printer = VirtualPrinter()
        #expect(try feed.feedOnce(feed.printer(printer)))
        #expect(printer.printed == [feed.labels[1]])
        #expect(feed.reason(1) == "the feeder was stopped while it sent this label\n")
    }

    @Test("A feeder that is stopped ends between two labels")
    func stops() throws {
        let feed = try FeederUnderTest(50)
        let printer = VirtualPrinter()
        feed.feed(feed.printer(printer)) { feed.wait { printer.printed.count >= 3 } }
        let done = feed.files(in: .done).count
        #expect(done >= 2 && done < 50)
        #expect(printer.printed.count == done)
        #expect(feed.files(in: .failed).isEmpty && feed.files(in: .new).count == 50 - done)
    }

    @Test(
        "Addresses",
        arguments: [
            ("tcp://192.0.2.10:9100", "192.0.2.10:9100"), ("tcp://zebra.local:9100", "zebra.local:9100"),
            ("tcp://[2001:db8::7]:9100", "2001:db8::7:9100"), ("tcp://2001:db8::7:9100", ""),
            ("192.0.2.10:9100", ""),
            ("tcp://:9100", ""), ("tcp://host:0", ""), ("tcp://host:99999", ""), ("tcp://", ""),
            ("tcp://host", ""),
        ])
    func addresses(text: String, read: String) { #expect(PrinterAddress(text)?.description ?? "" == read) }

    @Test("The three lines of ~HS, and nothing less")
    func status() {
        let lines = [
            "\u{02}030,0,1,1218,002,0,0,1,000,0,0,0\u{03}\r\n",
            "\u{02}000,0,0,1,0,2,4,0,00000000,1,000\u{03}\r\n",
            "\u{02}1234,0\u{03}\r\n",
        ]
        let status = PrinterStatus(Array(lines.joined().utf8))
        #expect(status?.isPaused == true && status?.isRibbonOut == true && status?.isPaperOut == false)
        #expect(status?.formatsInBuffer == 3)
        #expect(status?.fault == "ribbon out")
        #expect(PrinterStatus(Array(lines[0...1].joined().utf8)) == nil)
        #expect(PrinterStatus(Array("\u{02}x\u{03}\u{02}y\u{03}\u{02}z\u{03}".utf8)) == nil)
    }
}
