import Foundation
import LabelSpool

@testable import wmsd

/// Feeders at two printers: what they print, give up or lose, in order.
final class PaperTrail {
    static let printers = ["zebra-1", "default"]

    /// What came out on paper, by printer.
    private(set) var printed: [String: [Int]] = [:]
    private(set) var givenUp: Set<Int> = []
    /// Removed from `new` by nobody knows whom.
    private(set) var lost: Set<Int> = []
    private let spool: String

    init(spool: String) { self.spool = spool }

    /// The next label at one of the printers is printed, or now and then given up or lost.
    func act(using random: inout SplitMix64) {
        let printer = Self.printers[Int.random(in: 0..<Self.printers.count, using: &random)]
        guard let name = waiting(at: printer).first else { return }
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
            move(name, to: "failed", at: printer)
            givenUp.insert(name.sequence)
        case 1:
            unlink("\(spool)/\(printer)/new/\(name)")
            lost.insert(name.sequence)
        default: print(name, at: printer)
        }
    }

    func printAll() {
        for printer in Self.printers { for name in waiting(at: printer) { print(name, at: printer) } }
    }

    var timesPrinted: [Int: Int] {
        Dictionary(printed.values.joined().map { ($0, 1) }, uniquingKeysWith: +)
    }

    private func print(_ name: SpoolName, at printer: String) {
        move(name, to: "done", at: printer)
        printed[printer, default: []].append(name.sequence)
    }

    private func move(_ name: SpoolName, to place: String, at printer: String) {
        rename("\(spool)/\(printer)/new/\(name)", "\(spool)/\(printer)/\(place)/\(name)")
    }

    private func waiting(at printer: String) -> [SpoolName] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(spool)/\(printer)/new")) ?? []
        return names.compactMap { SpoolName($0) }.sorted()
    }
}
