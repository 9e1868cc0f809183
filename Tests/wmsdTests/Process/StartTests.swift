import Foundation
import Testing

/// What the real program says when it may not start.
struct StartTests {
    private let folder = NSTemporaryDirectory() + "wmsd-start-\(UInt32.random(in: .min ... .max))"

    @Test func aSpoolFolderThatCannotBeMadeIsNamed() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let spool = folder + "/spool"
        try "a file, no folder".write(toFile: spool, atomically: true, encoding: .utf8)
        let settings = folder + "/wmsd.yaml"
        try "labels:\n  spool: \(spool)\n".write(toFile: settings, atomically: true, encoding: .utf8)
        let outcome = try DaemonUnderTest.run(
            ["serve", "--config", settings, "--data", folder + "/data", "--socket", folder + "/s"])
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains(spool + "/default"), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/data/wmsd.sqlite"))
    }

    @Test func aCommandThatIsNoneIsToldWithTheOneThatWasMeant() throws {
        let outcome = try DaemonUnderTest.run(["srve"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("There is no command srve: did you mean serve?"), "\(outcome.errors)")
    }

    @Test(arguments: ["config", "serve"])
    func aFolderOfTemplatesThatIsNotThereIsNamed(command: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let settings = folder + "/wmsd.yaml"
        try "labels: {templates: labels}\n".write(toFile: settings, atomically: true, encoding: .utf8)
        let outcome = try DaemonUnderTest.run([command, "--config", settings, "--data", folder + "/data"])
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("labels.templates is \(folder)/labels"), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/data"))
    }

    @Test(arguments: [
        ("/nope", "/nope cannot be read: No such file or directory"),
        ("/", "/ cannot be read: it is no file"),
    ])
    func settingsThatCannotBeReadAreToldInTheSystemsWords(file: String, message: String) throws {
        let outcome = try DaemonUnderTest.run(["config", "--config", file])
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func aDatabaseFromANewerVersionIsLeftAlone() throws {
        let daemon = try DaemonUnderTest()
        #expect(daemon.stop() == 0)
        let path = daemon.data + "/wmsd.sqlite"
        var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        // SQLite keeps the user version in bytes 60 to 63 of the file.
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let outcome = try DaemonUnderTest.run(["serve", "--data", daemon.data, "--socket", daemon.socket])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("schema version 99"), "\(outcome.errors)")
        #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
    }
}
