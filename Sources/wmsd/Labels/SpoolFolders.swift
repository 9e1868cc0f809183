import LabelSpool

/// The spool folders of all printers, each opened once.
final class SpoolFolders {
    private let pathOf: (_ printer: String) -> String
    private let disk: any SpoolDisk
    /// In the order in which they were opened.
    private(set) var open: [SpoolFolder] = []

    /// - Parameter path: where a printer's folder lies.
    init(on disk: any SpoolDisk = LinuxDisk(), path: @escaping (_ printer: String) -> String) {
        self.disk = disk
        pathOf = path
    }

    convenience init(_ settings: Settings) { self.init { settings.printer($0).spoolFolder } }

    /// Opens the folders of these printers, so that one that cannot be written is found at the start and not with
    /// the first parcel.
    func openAll(_ printers: [String]) throws(SpoolError) {
        for printer in printers {
            open.append(try makeFolder(of: printer))
            try open.last?.checkWritable()
        }
    }

    /// The folder of a printer, where it is open.
    func opened(of printer: String) -> SpoolFolder? { open.first { $0.printer == printer } }

    func folder(of printer: String) throws(SpoolError) -> SpoolFolder {
        if let folder = opened(of: printer) { return folder }
        let folder = try makeFolder(of: printer)
        open.append(folder)
        return folder
    }

    /// Forgets a folder that has failed: it is opened again, and what is missing of it made, when it is next needed.
    func close(_ printer: String) { open.removeAll { $0.printer == printer } }

    private func makeFolder(of printer: String) throws(SpoolError) -> SpoolFolder {
        let path = pathOf(printer)
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        return try SpoolFolder(
            spool: String(path[..<slash]), printer: String(path[slash...].dropFirst()), on: disk)
    }
}
