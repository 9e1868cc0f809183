import Foundation
import JSON
import Labels

/// Resident memory while labels in every script are drawn, once with a few hundred different characters and
/// once with every Chinese one among them, which fills what the engine, Pango and cairo keep of glyphs.
struct LabelMemory {
    let template: LabelTemplate
    let count: Int

    func report() throws {
        try report("five scripts", hasRareWords: false)
        try report("every Chinese character", hasRareWords: true)
    }

    private func report(_ name: String, hasRareWords: Bool) throws {
        let renderer = LabelRenderer()
        var parcels = SampleParcels(.mixed)
        var rows: [String] = []
        for number in 1...count {
            guard var data = parcels.next()?.object else { break }
            if hasRareWords { data["box"] = .string(Self.rareWord(number)) }
            _ = try renderer.bitmap(template, data: .object(data), dpi: .d203).zpl()
            if number == 1_000 || number == count || number % max(1, count / 4) == 0 {
                rows.append("\(number) labels \(Self.residentKB / 1024) MB")
            }
        }
        print("memory, \(name): \(rows.joined(separator: ", "))")
    }

    /// Two of the 20,000 characters of Unicode's oldest Chinese block, so that every glyph comes up at last.
    private static func rareWord(_ number: Int) -> String {
        var word = ""
        for step in [7, 13] {
            word.unicodeScalars.append(Unicode.Scalar(UInt16(0x4E00 + number * step % 20_000)) ?? "中")
        }
        return word
    }

    private static var residentKB: Int {
        let fields =
            (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1024
    }
}
