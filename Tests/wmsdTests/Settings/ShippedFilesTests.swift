import Foundation
import Testing

@testable import wmsd

@Suite struct ShippedFilesTests {
    private let root = NSTemporaryDirectory() + "wmsd-shipped-\(UInt32.random(in: .min ... .max))"

    private func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: root + path, withIntermediateDirectories: true)
    }

    @Test func whatIsBesideTheProgramComesFirstAndThenWhatIsInstalled() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let program = root + "/usr/bin/wmsd"
        #expect(ShippedFiles.labels.folder(of: program) == nil)
        try makeFolder("/usr/share/wmsd/labels")
        #expect(ShippedFiles.labels.folder(of: program) == root + "/usr/share/wmsd/labels")
        try makeFolder("/usr/bin/wmsd_wmsd.resources")
        #expect(ShippedFiles.labels.folder(of: program) == root + "/usr/bin/wmsd_wmsd.resources")
        #expect(ShippedFiles.layouts.folder(of: program) == nil)
    }

    @Test func theLabelsBesideTheSettingsComeBeforeTheShippedOnes() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        func templates() -> String {
            let environment = ["CONFIGURATION_DIRECTORY": root + "/etc"]
            return Folders(environment: environment, userID: 0, executable: root + "/bin/wmsd").templates
        }
        #expect(templates() == root + "/etc/labels")
        try makeFolder("/bin/wmsd_wmsd.resources")
        #expect(templates() == root + "/bin/wmsd_wmsd.resources")
        try makeFolder("/etc/labels")
        #expect(templates() == root + "/etc/labels")
    }

    @Test(arguments: [ShippedFiles.labels, .layouts])
    func theBuildCopiesEveryFileOfTheProject(files: ShippedFiles) throws {
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        let folder = try #require(files.folder(of: program))
        let project = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(files.rawValue).path
        for name in try FileManager.default.contentsOfDirectory(atPath: project) {
            let type = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.type]
            #expect(type as? FileAttributeType == .typeRegular, "\(name)")
        }
    }
}
