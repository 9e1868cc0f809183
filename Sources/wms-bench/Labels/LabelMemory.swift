import Foundation
import Labels

/// Resident memory while labels in every script are drawn.
struct LabelMemory {
    let template: LabelTemplate
    let count: Int

    func report() throws {
        let renderer = LabelRenderer()
        var parcels = SampleParcels(.mixed)
        var rows: [String] = []
        for number in 1...count {
            guard let data = parcels.next() else { break }
            _ = try renderer.bitmap(template, data: data, dpi: .d203).zpl()
            if number == 1_000 || number == count || number % max(1, count / 4) == 0 {
                rows.append("\(number) labels \(Self.residentKB / 1024) MB")
            }
        }
        print("memory: \(rows.joined(separator: ", "))")
    }

    private static var residentKB: Int {
        let fields =
            (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1024
    }
}
