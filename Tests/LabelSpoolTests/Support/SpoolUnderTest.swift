import Foundation

@testable import LabelSpool

/// A spool in a folder of its own that goes away with it, on a disk in memory where there is one.
final class SpoolUnderTest {
    let path: String
    var printer: String { path + "/zebra-1" }

    init() {
        let place = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        path = place + "/spool-" + UUID().uuidString
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func folder(on disk: any SpoolDisk = LinuxDisk()) throws -> SpoolFolder {
        try SpoolFolder(spool: path, printer: "zebra-1", on: disk)
    }

    func bytes(_ name: SpoolName, in place: SpoolPlace = .new) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(printer)/\(place.rawValue)/\(name)").map(Array.init)
    }

    /// What a feeder does when it has printed a label.
    func print(_ name: SpoolName) throws {
        try FileManager.default.moveItem(atPath: "\(printer)/new/\(name)", toPath: "\(printer)/done/\(name)")
    }

    /// So many labels, each with bytes of its own.
    static func labels(_ count: Int) throws -> [SpoolLabel] {
        try (1...count).map {
            SpoolLabel(
                name: try SpoolName(sequence: $0, kind: "tote", key: "T-\($0)", language: .zpl),
                bytes: [UInt8](repeating: UInt8($0), count: 5000))
        }
    }
}
