import WarehouseLayout

extension Layout {
    /// Reads the layout in a file.
    ///
    /// - Throws: where it cannot be read or has faults, all of them.
    static func read(file: String) throws(InputFileError) -> Layout {
        let text = try InputFile.text(of: file)
        do throws(LayoutError) { return try Layout(yaml: text, file: file) } catch {
            throw InputFileError(description: "\(error)")
        }
    }
}
