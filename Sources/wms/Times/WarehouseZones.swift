import Common
import Foundation
import JSON

/// The time zone of every warehouse, as its layout names it.
struct WarehouseZones {
    private let zones: [String: TimeZone]
    /// Where nobody says which warehouse is meant: the zone that all have.
    private let common: TimeZone?

    init(_ identifiers: [String: String]) {
        zones = identifiers.compactMapValues { TimeZone(identifier: $0) }
        let names = Set(identifiers.values)
        common = names.count == 1 ? names.first.flatMap { TimeZone(identifier: $0) } : nil
    }

    /// The text with every time in it as the clock of the warehouse shows it; in UTC, and so marked, where that
    /// is not known.
    ///
    /// - Complexity: linear in the length of the text.
    func local(_ text: String, warehouse: String?) -> String {
        guard Self.holdsTime(text) else { return text }
        let zone = warehouse.map { zones[$0] } ?? common
        var local: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            let isWordStart = local.last?.isLetterOrDigit != true
            if isWordStart, let time = UTCTime(readingFrom: &rest) {
                local += Self.text(of: time, in: zone).utf8
            } else {
                local.append(byte)
                rest.removeFirst()
            }
        }
        return String(decoding: local, as: UTF8.self)
    }

    /// True where a time may stand in the text: there is a T between two digits.
    static func holdsTime(_ text: String) -> Bool {
        guard text.utf8.count >= 20 else { return false }
        var (before, letter): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if letter | 0x20 == UInt8(ascii: "t"), before.asciiDigit != nil, byte.asciiDigit != nil { return true }
            (before, letter) = (letter, byte)
        }
        return false
    }

    private static func text(of time: UTCTime, in zone: TimeZone?) -> String {
        guard let zone else { return time.text(secondsFromGMT: 0) + " UTC" }
        let date = Date(timeIntervalSince1970: Double(time.secondsSince1970))
        return time.text(secondsFromGMT: zone.secondsFromGMT(for: date))
    }
}
