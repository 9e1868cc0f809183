import Glibc

extension Settings {
    /// Refuses a folder of label templates that is not there: it would be missed at the bench, with a packer waiting for
    /// the first label.
    func checkTemplates() throws(SettingsError) {
        var status = stat()
        if stat(templateFolder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        let path = "labels.templates"
        throw .noTemplates(folder: templateFolder, origin: origins[path] ?? "default")
    }
}

/// The absolute path of the folder that a file lies in.
func folder(ofFile path: String) -> String {
    let absolute = resolved(path, below: workingFolder)
    return String(absolute[..<(absolute.lastIndex(of: "/") ?? absolute.startIndex)])
}

/// Where the process runs; `.` where that folder has gone.
private var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
}
