import Glibc

/// Where the layouts and label templates lie that come with the program.
///
///     ShippedFiles.labels.folder(of: "/usr/bin/wmsd")       // "/usr/share/wmsd/labels"
///
/// A build copies them into folders beside the program, which may be moved together with it; a package may
/// install them below `share/wmsd`.
enum ShippedFiles: String {
    case labels
    case layouts

    /// The folder, the nearest to the program where there are several; nil where there is none.
    ///
    /// - Parameter program: the absolute path of the program's own file.
    func folder(of program: String) -> String? {
        var folder = program[..<(program.lastIndex(of: "/") ?? program.startIndex)]
        var candidates = ["\(folder)/\(bundle)", "\(folder)/share/wmsd/\(rawValue)"]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            candidates.append("\(folder)/share/wmsd/\(rawValue)")
        }
        return candidates.first { access($0, R_OK) == 0 }
    }

    /// SwiftPM's name for the resources of the target that has them in its `Resources`.
    private var bundle: String {
        switch self {
        case .labels: "wmsd_wmsd.resources"
        case .layouts: "wmsd_Demo.resources"
        }
    }
}
