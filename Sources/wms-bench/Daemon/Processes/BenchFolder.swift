import CLinux
import Foundation

/// A folder on the disk to be measured, gone with this value.
final class BenchFolder {
    let path: String

    init(on disk: String) throws(WireFault) {
        path =
            URL(fileURLWithPath: disk).standardizedFileURL.path
            + "/wms-bench-\(getpid())-\(UInt16.random(in: .min ... .max))"
        guard mkdir(path, 0o700) == 0 else { throw .system("making \(path)") }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Bytes of all files below one of its folders.
    func bytes(of name: String) -> Int {
        let files = FileManager.default.enumerator(
            at: URL(fileURLWithPath: "\(path)/\(name)"), includingPropertiesForKeys: [.fileSizeKey])
        return (files?.compactMap { $0 as? URL } ?? []).reduce(0) { sum, file in
            sum + ((try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0)
        }
    }

    /// Whether the folder is in memory, where a sync costs nothing and durable means little.
    static func isInMemory(_ disk: String) -> Bool {
        let tmpfs = 0x0102_1994
        var system = statfs()
        return statfs(disk, &system) == 0 && Int(system.f_type) == tmpfs
    }

    /// Lets this process and those it starts open as many files as they may.
    static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
