import Common
import Foundation
import LabelSpool

@testable import wmsd

/// Feeders at two printers: what they print, give up or lose, in order.
final class TestFeeders {
    static let printers = ["zebra-1", "default"]

    /// What came out on paper, by printer.
    private(set) var printed: [String: [Int]] = [:]
    private(set) var givenUp: Set<Int> = []
    /// Removed from `new` by nobody knows whom.
    private(set) var lost: Set<Int> = []
    /// What a feeder is about to send, by printer.
    private var inHand: [String: SpoolName] = [:]
    private let spool: String

    init(spool: String) { self.spool = spool }

    /// At one of the printers a feeder picks up the next label, prints the one that it has, or now and then gives
    /// it up, loses it or puts it back.
    func act(using random: inout SplitMix64) {
        let printer = Self.printers[Int.random(in: 0..<Self.printers.count, using: &random)]
        guard let name = inHand[printer] else { return pickUp(at: printer) }
        switch Int.random(in: 0..<20, using: &random) {
        case 0: if move(name, to: "failed/\(name)", at: printer) { givenUp.insert(name.sequence) }
        case 1:
            unlink("\(spool)/\(printer)/new/.\(name)")
            lost.insert(name.sequence)
        case 2: move(name, to: "new/\(name)", at: printer)
        default: print(name, at: printer)
        }
        inHand[printer] = nil
    }

    func printAll() {
        for printer in Self.printers {
            while true {
                printInHand(at: printer)
                pickUp(at: printer)
                if inHand[printer] == nil { break }
            }
        }
    }

    func printInHand(at printer: String) {
        if let name = inHand.removeValue(forKey: printer) { print(name, at: printer) }
    }

    /// As somebody without our feeder does it: sent from where it lies, then moved.
    func printByHand(at printer: String) {
        guard let name = waiting(at: printer).first else { return }
        let file = "\(spool)/\(printer)/"
        if rename("\(file)new/\(name)", "\(file)done/\(name)") == 0 {
            printed[printer, default: []].append(name.sequence)
        }
    }

    func pickUp(at printer: String) {
        guard let name = waiting(at: printer).first else { return }
        let file = "\(spool)/\(printer)/new/"
        if rename("\(file)\(name)", "\(file).\(name)") == 0 { inHand[printer] = name }
    }

    var timesPrinted: [Int: Int] {
        Dictionary(printed.values.joined().map { ($0, 1) }, uniquingKeysWith: +)
    }

    private func print(_ name: SpoolName, at printer: String) {
        guard move(name, to: "done/\(name)", at: printer) else { return }
        printed[printer, default: []].append(name.sequence)
    }

    @discardableResult
    private func move(_ name: SpoolName, to target: String, at printer: String) -> Bool {
        rename("\(spool)/\(printer)/new/.\(name)", "\(spool)/\(printer)/\(target)") == 0
    }

    private func waiting(at printer: String) -> [SpoolName] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(spool)/\(printer)/new")) ?? []
        return names.compactMap { SpoolName($0) }.sorted()
    }
}
