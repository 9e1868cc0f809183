import Foundation
import LabelSpool
import Testing

@testable import wms

@Suite struct PrinterFeederTests {
    @Test("A label that a killed feeder had claimed is not sent again")
    func leftInHand() throws {
        let feed = try FeederUnderTest(2)
        let first = try #require(SpoolName(feed.files(in: .new)[0]))
        #expect(try feed.queue().claim(first))
        let printer = VirtualPrinter()
        #expect(try feed.feedOnce(feed.printer(printer)))
        #expect(printer.printed == [feed.labels[1]])
        #expect(feed.reason(1) == "the feeder was stopped while it sent this label\n")
    }

    @Test("A file that is no label is reported once, and goes to no printer")
    func unknownFiles() throws {
        let (feed, printer) = (try FeederUnderTest(1), VirtualPrinter())
        let folder = feed.path + "/new/000000000000-a-folder-r0.zpl"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try "hello".write(toFile: feed.path + "/new/README", atomically: false, encoding: .utf8)
        feed.feed(feed.printer(printer)) {
            feed.wait { feed.files(in: .done).count == 1 }
            feed.waitForTurns()
        }
        #expect(printer.printed == feed.labels)
        #expect(feed.files(in: .new).count == 2)
        #expect(feed.reported.count == 2)
        #expect(feed.reported.allSatisfy { $0.hasSuffix("is no label; it is left alone") })
    }

    @Test("The pause after a label that may be on paper doubles up to ten minutes, until one is delivered")
    func backoff() {
        var backoff = FeederBackoff()
        let unclear = (0..<11).map { _ in backoff.milliseconds(after: .unclear("")) / 1_000 }
        #expect(unclear == [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600])
        let faults = (0..<5).map { _ in backoff.milliseconds(after: .fault("")) / 1_000 }
        #expect(faults == [2, 4, 8, 15, 15])
        backoff.restart()
        #expect(backoff.milliseconds(after: .unclear("")) == 2_000)
    }

    @Test("A feeder that is stopped in the middle of a label ends behind it")
    func stops() throws {
        let (feed, printer) = (try FeederUnderTest(10), VirtualPrinter())
        feed.feed(StoppingPrinter(printer: feed.printer(printer), number: 3, feed: feed)) {
            feed.wait { feed.files(in: .done).count == 3 }
        }
        #expect(printer.printed == Array(feed.labels[..<3]))
        #expect(feed.numbers(in: .done) == [1, 2, 3] && feed.numbers(in: .new) == Array(4...10))
        #expect(feed.files(in: .failed).isEmpty)
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
            "\u{02}030,0,1,1218,002,1,0,1,000,0,0,1\u{03}\r\n",
            "\u{02}000,0,0,1,0,2,4,0,00000000,1,000\u{03}\r\n",
            "\u{02}1234,0\u{03}\r\n",
        ]
        let status = PrinterStatus(Array(lines.joined().utf8))
        #expect(status?.isPaused == true && status?.isRibbonOut == true && status?.isPaperOut == false)
        #expect(status?.isHeadTooHot == true && status?.isBufferFull == true && status?.isHeadOpen == false)
        #expect(status?.formatsInBuffer == 3)
        #expect(status?.fault == "ribbon out")
        #expect(PrinterStatus(Array(lines[0...1].joined().utf8)) == nil)
        #expect(PrinterStatus(Array("\u{02}x\u{03}\u{02}y\u{03}\u{02}z\u{03}".utf8)) == nil)
    }

    @Test("A buffer that is full and a head that is too hot are faults that pass", arguments: [5, 11])
    func passing(value: Int) {
        var values = "030,0,0,1218,000,0,0,0,000,0,0,0".split(separator: ",").map(String.init)
        values[value] = "1"
        let text =
            "\u{02}\(values.joined(separator: ","))\u{03}\r\n"
            + "\u{02}000,0,0,0,0,2,4,0,00000000,1,000\u{03}\r\n\u{02}1234,0\u{03}\r\n"
        #expect(PrinterStatus(Array(text.utf8))?.fault == (value == 5 ? "buffer full" : "head too hot"))
    }
}

/// A printer whose feeder is stopped while it takes a label.
private struct StoppingPrinter: Printer {
    let printer: TCPPrinter
    let number: Int
    let feed: FeederUnderTest

    func deliver(
        _ label: SpoolLabel, claim: () throws(FeedFault) -> Bool, notify: (String) -> Void
    ) throws(FeedFault) -> Delivery {
        if label.name.sequence == number { feed.stop() }
        return try printer.deliver(label, claim: claim, notify: notify)
    }
}
