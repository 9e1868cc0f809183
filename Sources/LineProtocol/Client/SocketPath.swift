import Glibc

/// Where the daemon's socket lies when nobody names it.
public enum SocketPath {
    public static let fileName = "wmsd.sock"

    /// The candidates, most binding first: systemd's runtime folder, the system's, the user's own.
    public static func candidates(environment: [String: String], userID: UInt32) -> [String] {
        let variable = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        var folders: [String] = []
        // systemd lists several folders separated by colons; the first is the daemon's.
        if let folder = variable("RUNTIME_DIRECTORY")?.split(separator: ":").first {
            folders.append(String(folder))
        }
        folders.append("/run/wmsd")
        folders.append(variable("XDG_RUNTIME_DIR").map { $0 + "/wmsd" } ?? "/tmp/wmsd-\(userID)")
        return folders.map { "\($0)/\(fileName)" }
    }

    /// The first candidate that is a socket; where none is, the one a daemon of this user would make.
    public static func standard(environment: [String: String]) -> String {
        let candidates = candidates(environment: environment, userID: getuid())
        if let found = candidates.first(where: isSocket) { return found }
        let isToldBySystemd = candidates.count == 3
        return getuid() == 0 || isToldBySystemd ? candidates[0] : candidates[candidates.count - 1]
    }

    private static func isSocket(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }
}
