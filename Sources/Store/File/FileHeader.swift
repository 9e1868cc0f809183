import Foundation

/// The first hundred bytes of an SQLite file, read before SQLite opens it: opening in WAL mode writes, and a
/// file that is refused must stay as it is.
struct FileHeader {
    let isSQLite: Bool
    let userVersion: Int
    let applicationID: Int

    /// Nil where there is no file, or an empty one.
    init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let bytes = try? file.read(upToCount: 100), !bytes.isEmpty else { return nil }
        isSQLite = bytes.count == 100 && bytes.starts(with: Array("SQLite format 3\0".utf8))
        func number(at offset: Int) -> Int {
            bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
        userVersion = number(at: 60)
        applicationID = number(at: 68)
    }
}
