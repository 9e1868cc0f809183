import LabelSpool

/// The spool folders of all printers, each opened once.
final class SpoolFolders {
    private let settings: Settings
    /// In the order in which they were opened.
    private var opened: [(printer: String, folder: SpoolFolder)] = []
    var open: [SpoolFolder] { opened.map(\.folder) }

    init(_ settings: Settings) { self.settings = settings }

    /// Opens the folders of the printers that the settings name, so that one that cannot be written is told
    /// at the start and not by the first parcel.
    func openNamed() throws(SpoolError) {
        for printer in settings.printerNames {
            let folder = try folder(of: printer)
            try folder.checkWritable()
        }
    }

    func folder(of printer: String) throws(SpoolError) -> SpoolFolder {
        if let (_, folder) = opened.first(where: { $0.printer == printer }) { return folder }
        let path = settings.printer(printer).spoolFolder
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        let folder = try SpoolFolder(
            spool: String(path[..<slash]), printer: String(path[slash...].dropFirst()))
        opened.append((printer, folder))
        return folder
    }
}
