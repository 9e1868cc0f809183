import Glibc

/// Where the daemon reads and keeps its files when nobody says otherwise.
///
/// systemd's variables come first; then the system's folders for root and the XDG folders for anyone else.
struct Folders: Equatable {
    var configuration: String
    var data: String
    var runtime: String
    /// The label templates.
    var templates: String
    /// Where each of them comes from, for `wmsd config`.
    var dataOrigin: String
    var runtimeOrigin: String

    /// - Parameter executable: the path of the program, with which label templates come.
    init(environment: [String: String], userID: uid_t, executable: String) {
        func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let home = variable("HOME") ?? "/"
        func folder(_ systemd: String, _ system: String, _ xdg: String, _ fallback: String) -> (
            String, String
        ) {
            // systemd lists several folders separated by colons; the first is the service's own.
            if let own = variable(systemd)?.split(separator: ":").first {
                return (String(own), "$\(systemd)")
            }
            if userID == 0 { return (system, "default") }
            if let path = variable(xdg) { return ("\(path)/wmsd", "$\(xdg)") }
            return (fallback, "default")
        }
        configuration =
            folder("CONFIGURATION_DIRECTORY", "/etc/wmsd", "XDG_CONFIG_HOME", "\(home)/.config/wmsd").0
        (data, dataOrigin) = folder(
            "STATE_DIRECTORY", "/var/lib/wmsd", "XDG_STATE_HOME", "\(home)/.local/state/wmsd")
        (runtime, runtimeOrigin) = folder(
            "RUNTIME_DIRECTORY", "/run/wmsd", "XDG_RUNTIME_DIR", "/tmp/wmsd-\(userID)")
        templates = Self.templates(beside: configuration, of: executable)
    }

    /// `labels` beside the settings where there is such a folder, or else the templates that come with the
    /// program.
    private static func templates(beside configuration: String, of program: String) -> String {
        let own = configuration + "/labels"
        if access(own, R_OK) == 0 { return own }
        return ShippedFiles.labels.folder(of: program) ?? own
    }

    /// The settings file that is read where none is named.
    var settingsFile: String { configuration + "/wmsd.yaml" }
}

/// `path` itself where it is absolute, else below `folder`.
func resolved(_ path: String, below folder: String) -> String {
    path.hasPrefix("/") ? path : "\(folder)/\(path)"
}
