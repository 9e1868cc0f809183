import JSON
import WarehouseLayout

/// Picks by bin: one JSON object, `{"B-3-12": 41}`, or lines of `bin,picks` with or without a heading.
enum HeatFile {
    static func read(_ path: String, _ layout: Layout) throws(InputFileError) -> [BinAddress: Int] {
        try read(InputFile.text(of: path), from: path, layout)
    }

    /// Reads a file's text; `path` is its name in messages.
    static func read(
        _ text: String, from path: String, _ layout: Layout
    ) throws(InputFileError) -> [BinAddress: Int] {
        let isJSON = text.first { !$0.isWhitespace } == "{"
        let pairs = isJSON ? try members(of: text, path) : try rows(of: text, path)
        var heat: [BinAddress: Int] = [:]
        for (code, picks) in pairs {
            guard let bin = layout.bin(code) else {
                throw InputFileError(description: "\(path): the layout has no bin \"\(code)\"")
            }
            heat[bin.address, default: 0] += picks
        }
        return heat
    }

    private static func members(of text: String, _ path: String) throws(InputFileError) -> [(String, Int)] {
        let value: JSONValue
        do throws(JSONFault) { value = try JSONValue(parsing: text) } catch {
            throw InputFileError(description: "\(path): \(error)")
        }
        var pairs: [(String, Int)] = []
        for (bin, picks) in value.object?.members ?? [] {
            guard let count = picks.int, (0...1_000_000_000).contains(count) else {
                throw InputFileError(
                    description: "\(path): the picks of \(bin) are no whole number: \(picks)")
            }
            pairs.append((bin, count))
        }
        return pairs
    }

    private static func rows(of text: String, _ path: String) throws(InputFileError) -> [(String, Int)] {
        var pairs: [(String, Int)] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let fields = line.split { $0 == "," || $0 == ";" || $0 == "\t" || $0 == " " }
            if fields.isEmpty { continue }
            guard fields.count >= 2, let picks = Int(fields[1]), (0...1_000_000_000).contains(picks) else {
                if index == 0 { continue }
                throw InputFileError(description: "\(path):\(index + 1): \"\(line)\" is not bin,picks")
            }
            pairs.append((String(fields[0]), picks))
        }
        return pairs
    }
}
