import Foundation
import LabelSpool

/// The folder that a demonstration works in and leaves behind.
struct DemoFolder {
    let path: String

    var socket: String { path + "/wmsd.sock" }
    var settings: String { path + "/wmsd.yaml" }
    var data: String { path + "/data" }
    var log: String { path + "/wmsd.log" }
    var route: String { path + "/route.svg" }
    var heat: String { path + "/picks.svg" }

    /// Every printer's folder lies below it.
    var spool: String { path + "/spool" }

    /// The label files that printers would print: every whole file in a spool folder, where it stays until it is printed.
    var labelFiles: [URL] {
        let files = FileManager.default.enumerator(
            at: URL(fileURLWithPath: spool), includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { file in
            let isBeingWritten = file.deletingLastPathComponent().lastPathComponent == "tmp"
            return !isBeingWritten && SpoolName(file.lastPathComponent) != nil
        }
    }

    /// What the labels belong to: the SSCCs of parcels.
    var labelledKeys: Set<String> { Set(labelFiles.compactMap { SpoolName($0.lastPathComponent)?.key }) }

    /// - Parameter keep: the folder to use; a new one in the folder for temporary files where nil.
    init(keep: String?) throws(DemoFault) {
        let files = FileManager.default
        let path = keep.map { URL(fileURLWithPath: $0).standardizedFileURL.path } ?? Self.newPath()
        if let held = try? files.contentsOfDirectory(atPath: path), !held.isEmpty { throw .folderInUse(path) }
        do {
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch { throw .file(path, why: "cannot be made: \(error.localizedDescription)") }
        self.path = path
    }

    func write(_ text: String, to path: String) throws(DemoFault) {
        do { try text.write(toFile: path, atomically: true, encoding: .utf8) } catch {
            throw .file(path, why: "cannot be written: \(error.localizedDescription)")
        }
    }

    private static func newPath() -> String {
        let name = UInt32.random(in: .min ... .max)
        return NSTemporaryDirectory() + "wmsd-demo-" + String(name, radix: 36)
    }
}
