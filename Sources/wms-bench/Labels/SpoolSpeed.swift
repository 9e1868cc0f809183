import Foundation
import LabelSpool
import Labels

/// Labels a second from data into a spool folder that is synced, in batches and one by one.
struct SpoolSpeed {
    let template: LabelTemplate
    let count: Int
    let disk: String

    /// As many as the daemon draws before it reads its queue again.
    private static let batch = 32
    private static let singles = 200
    private static let printer = "bench"

    func report() throws {
        let spool = "\(disk)/wms-bench-spool-\(getpid())"
        defer { try? FileManager.default.removeItem(atPath: spool) }
        let folder = try SpoolFolder(spool: spool, printer: Self.printer)
        let renderer = LabelRenderer()
        var parcels = SampleParcels(.latin)
        var number = 0
        func labels(_ count: Int) throws -> [SpoolLabel] {
            try (0..<count).compactMap { _ in
                guard let data = parcels.next() else { return nil }
                number += 1
                let name = try SpoolName(
                    sequence: number, kind: "shipping", key: data["sscc"]?.string ?? "", language: .zpl)
                return SpoolLabel(
                    name: name, bytes: try renderer.bitmap(template, data: data, dpi: .d203).zpl())
            }
        }
        try folder.write(labels(Self.batch))

        let start = ContinuousClock.now
        for _ in 0..<count / Self.batch { try folder.write(labels(Self.batch)) }
        let seconds = start.duration(to: .now) / .seconds(1)
        let written = count / Self.batch * Self.batch
        print(
            "spool, batches of \(Self.batch): \(Int(Double(written) / seconds)) labels per second, drawn, synced and in new"
        )

        var latencies = Latencies()
        for _ in 0..<Self.singles { try latencies.measure { try folder.write(labels(1)) } }
        print("spool, one label with its syncs: \(latencies.description)")
        print("this disk, 30 kB and fdatasync: \(try syncs(in: spool).description)")
    }

    /// What the disk asks for one sync, with nothing of ours around it.
    private func syncs(in folder: String) throws -> Latencies {
        let file = open("\(folder)/sync", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { close(file) }
        let bytes = [UInt8](repeating: 7, count: 30_000)
        var latencies = Latencies()
        for _ in 0..<Self.singles {
            latencies.measure {
                _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
                _ = fdatasync(file)
            }
        }
        return latencies
    }
}
