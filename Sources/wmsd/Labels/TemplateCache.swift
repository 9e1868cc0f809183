import Foundation
import Labels

/// The label templates of a folder, each read once, and again when its file has changed.
///
/// A picture that a template shows is read together with it; a change to the picture alone is seen once the
/// template's file has been touched too.
final class TemplateCache {
    private let folder: String
    private var cached: [String: (stamp: FileStamp, template: LabelTemplate)] = [:]

    init(folder: String) { self.folder = folder }

    /// - Throws: ``DrawingFault/template(_:)`` where it cannot be read or has faults.
    /// - Complexity: one `stat` of the file where it has not changed.
    func template(_ name: String) throws(DrawingFault) -> LabelTemplate {
        let file = "\(folder)/\(name).yaml"
        guard let stamp = FileStamp(file) else { throw Self.unreadable(file) }
        if let entry = cached[name], entry.stamp == stamp { return entry.template }
        guard let yaml = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Self.unreadable(file)
        }
        do throws(LabelError) {
            let template = try LabelTemplate(yaml: yaml, file: file)
            cached[name] = (stamp, template)
            return template
        } catch { throw .template("\(error)") }
    }

    private static func unreadable(_ file: String) -> DrawingFault {
        .template("the template \(file) is not there or cannot be read: see labels.templates in the settings")
    }
}

/// What changes with a file's contents.
private struct FileStamp: Equatable {
    let inode: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    /// Nil where there is no such file.
    init?(_ file: String) {
        var status = stat()
        guard stat(file, &status) == 0 else { return nil }
        (inode, size) = (UInt64(status.st_ino), Int(status.st_size))
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
}
