import Foundation

/// Finds the project's layouts and labels from where the program is run or built.
enum ProjectFiles {
    /// The path of a file or folder named from the project's top.
    static func path(of name: String) throws(DemoFault) -> String {
        let here = FileManager.default.currentDirectoryPath
        for folder in [here] + parents(of: program) {
            let path = "\(folder)/\(name)"
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        throw .noProjectFile(name)
    }

    /// This program's own file.
    static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    }

    private static func parents(of path: String) -> [String] {
        var parents: [String] = []
        var url = URL(fileURLWithPath: path)
        while url.path != "/" {
            url.deleteLastPathComponent()
            parents.append(url.path)
        }
        return parents
    }
}
