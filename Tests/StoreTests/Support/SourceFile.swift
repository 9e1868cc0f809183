import Foundation

/// A file of `Sources/Store/Tables` as it is in the repository, for tests of how statements are written.
struct SourceFile {
    /// Within that folder: `Work/PickTable.swift`.
    let path: String
    /// Without its comments, which may quote what they like.
    let code: String

    static func ofTables() throws -> [SourceFile] {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = repository.appending(path: "Sources/Store/Tables")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let code = lines.filter { line in !line.drop { $0 == " " }.hasPrefix("//") }
            return SourceFile(path: path, code: code.joined(separator: "\n"))
        }
    }
}
