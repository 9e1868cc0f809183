import ArgumentParser
import Foundation

/// The options that say where the daemon's settings and files are.
struct SettingsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the settings from this file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Keep the data in this folder.", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("Listen on this socket alone.", valueName: "path"))
    var socket: String?

    /// The settings, after the standard file where no other is named and it is there; what they name is there too.
    func settings() throws(SettingsError) -> Settings {
        let folders = Folders(
            environment: ProcessInfo.processInfo.environment, userID: getuid(), executable: executablePath)
        let settings = try Settings(
            file: file(folders), data: data.map(absolute), socket: socket.map(absolute), folders: folders)
        try settings.checkTemplates()
        return settings
    }

    private func file(_ folders: Folders) throws(SettingsError) -> (name: String, yaml: String)? {
        let name = config ?? folders.settingsFile
        if config == nil, !FileManager.default.fileExists(atPath: name) { return nil }
        guard access(name, R_OK) == 0 else {
            throw .cannotRead(path: name, why: String(cString: strerror(errno)))
        }
        guard let bytes = FileManager.default.contents(atPath: name) else {
            throw .cannotRead(path: name, why: "it is no file")
        }
        guard let yaml = String(validating: bytes, as: UTF8.self) else {
            throw .cannotRead(path: name, why: "it is not UTF-8; save it as UTF-8 text")
        }
        return (name, yaml)
    }

    private func absolute(_ path: String) -> String {
        resolved(path, below: FileManager.default.currentDirectoryPath)
    }
}

/// The program that is running.
var executablePath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
}
