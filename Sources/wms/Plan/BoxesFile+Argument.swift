import ArgumentParser
import Cartonization
import JSON

extension BoxesFile {
    /// Reads the file that an option names.
    ///
    /// - Parameter support: what `--support` says; it goes before the file.
    static func read(_ path: String, support: Double?) throws -> BoxesFile {
        if let support, PackingRules.share(support) == nil {
            throw ValidationError("--support is \(support); it is a share from 0 to 1")
        }
        do {
            var file = try BoxesFile(json: JSONValue(parsing: InputFile.bytes(of: path)))
            if let share = support.flatMap(PackingRules.share) { file.rules.supportShare = share }
            return file
        } catch let error as InputFileError {
            throw error
        } catch {
            throw InputFileError(description: "\(path): \(error)")
        }
    }
}
