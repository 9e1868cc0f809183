import ArgumentParser
import WarehouseLayout

extension Layout {
    /// Reads the layout in a file; where it has faults, prints them all and fails.
    static func read(file: String) throws -> Layout {
        let text = try InputFile.text(of: file)
        do {
            return try Layout(yaml: text, file: file)
        } catch {
            Terminal.print("\(error)")
            throw ExitCode.failure
        }
    }
}
