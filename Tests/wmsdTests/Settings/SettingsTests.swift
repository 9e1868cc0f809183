import JSON
import LineProtocol
import Testing

@testable import wmsd

@Suite struct SettingsTests {
    private let folders = Folders(
        environment: ["STATE_DIRECTORY": "/state"], userID: 0, executable: "/usr/bin/wmsd")

    @Test func withoutAFileTheDefaultsHold() throws {
        let settings = try Settings(file: nil, data: nil, socket: nil, folders: folders)
        #expect(settings.dataFolder == "/state")
        #expect(settings.sockets == [Settings.Socket(path: "/run/wmsd/wmsd.sock", mode: 0o660, roles: nil)])
        #expect(settings.bounds.connectionsMax == 256)
        #expect(settings.site.priorityBySLA["SAME_DAY"] == 80)
        #expect(
            settings.printer("PRN-1")
                == Settings.Printer(spoolFolder: "/state/spool/PRN-1", dotsPerInch: 203, format: .zpl))
    }

    @Test func everyDefaultPassesItsOwnCheck() {
        var check = ParamCheck()
        _ = check.object(SettingsDeclaration.defaults(folders), as: SettingsDeclaration.params)
        #expect(check.faults.isEmpty)
    }

    @Test func theFileIsLaidOverTheDefaults() throws {
        let yaml = """
            gs1: {company_prefix: 0614142}
            slas:
              EXPRESS: {priority: 95}
            roles:
              - {group: pickers, roles: [picker]}
              - {uid: 1000, roles: [oms, viewer]}
            sockets:
              - {path: /tmp/a.sock, mode: 0600, roles: [picker]}
            printers:
              PRN-1: {dpi: 300, spool: /var/spool/labels, language: tspl}
            """
        let settings = try Settings(file: ("w.yaml", yaml), data: nil, socket: nil, folders: folders)
        #expect(settings.site.gs1CompanyPrefix == "0614142")
        #expect(settings.site.priorityBySLA["EXPRESS"] == 95 && settings.site.priorityBySLA["STANDARD"] == 40)
        #expect(settings.grants.map(\.holder) == [.group("pickers"), .userID(1000)])
        #expect(settings.sockets == [Settings.Socket(path: "/tmp/a.sock", mode: 0o600, roles: [.picker])])
        #expect(
            settings.printer("PRN-1")
                == Settings.Printer(spoolFolder: "/var/spool/labels", dotsPerInch: 300, format: .tspl))
    }

    @Test(arguments: zip(["zpl", "z64", "epl2", "tspl", "escpos"], ["zpl", "zpl", "epl", "tspl", "bin"]))
    func aPrintersLanguageIsSeenAtItsFiles(language: String, ending: String) throws {
        let yaml = "printers: {PRN-1: {language: \(language)}}"
        let settings = try Settings(file: ("w.yaml", yaml), data: nil, socket: nil, folders: folders)
        #expect(settings.printer("PRN-1").format.rawValue == language)
        #expect(LabelDrawer(settings).language(of: "PRN-1").rawValue == ending)
    }

    @Test func precedenceIsReadAsTheSiteTakesIt() throws {
        let none = try Settings(file: nil, data: nil, socket: nil, folders: folders).site
        #expect(none.heavyFromG == nil && !none.fragileLast && none.coldLast && none.warmMinutesMax == 30)
        let yaml = "tours: {heavy_g: 2000, fragile_last: true, cold_last: false, warm_minutes: 45}"
        let all = try Settings(file: ("w.yaml", yaml), data: nil, socket: nil, folders: folders).site
        #expect(all.heavyFromG == 2_000 && all.fragileLast && !all.coldLast && all.totesPerTour == 12)
        #expect(all.warmMinutesMax == 45)
    }

    @Test func parcelsArePlannedAsTheFileSays() throws {
        let yaml = """
            packing:
              profile: least-freight
              support: 0.6
              freight:
                divisor_cm3_per_kg: 5000
                steps: [{to_g: 2000, price: 4.20}, {to_g: 31500, price: 9.5}]
            """
        let packing = try Settings(file: ("w.yaml", yaml), data: nil, socket: nil, folders: folders).site
            .packing
        #expect(packing.profile == .leastFreight && packing.rules.supportShare == 6_000)
        #expect(packing.freight?.steps.map(\.price) == [42_000, 95_000] && packing.freight?.divisor == 5_000)
        do {
            _ = try Settings(
                file: ("w.yaml", "packing:\n  profile: least-freight\n"), data: nil, socket: nil,
                folders: folders)
            Issue.record("a profile without its rates was accepted")
        } catch {
            #expect(
                "\(error)".hasPrefix(
                    "w.yaml:2:3: packing: the profile least-freight needs the carrier's rates"))
        }
    }

    @Test(arguments: [
        ("/etc/wmsd/w.yaml", "labels", "/etc/wmsd/labels"),
        ("/etc/wmsd/w.yaml", "/srv/labels", "/srv/labels"),
        ("/w.yaml", "own/labels", "/own/labels"),
    ])
    func aRelativeFolderOfTemplatesLiesBesideTheSettings(file: String, given: String, folder: String) throws {
        let settings = try Settings(
            file: (file, "labels: {templates: \(given)}"), data: nil, socket: nil, folders: folders)
        #expect(settings.templateFolder == folder)
        #expect(settings.origins["labels.templates"] == "\(file):1:21")
    }

    @Test func aFolderOfTemplatesThatIsNotThereIsRefusedWithItsPathAndTheFix() throws {
        let settings = try Settings(
            file: ("/nowhere/w.yaml", "labels: {templates: labels}"), data: nil, socket: nil, folders: folders
        )
        #expect(throws: SettingsError.noTemplates(folder: "/nowhere/labels", origin: "/nowhere/w.yaml:1:21"))
        {
            try settings.checkTemplates()
        }
        let message = SettingsError.noTemplates(folder: "/nowhere/labels", origin: "w.yaml:1:21").description
        #expect(
            message.hasPrefix("w.yaml:1:21: labels.templates is /nowhere/labels, where there is no folder"))
        let here = try Settings(
            file: ("/tmp/w.yaml", "labels: {templates: /tmp}"), data: nil, socket: nil, folders: folders)
        try here.checkTemplates()
    }

    @Test func everyValueSaysWhereItComesFrom() throws {
        let yaml = "limits:\n  idle_s: 60\n"
        let settings = try Settings(file: ("w.yaml", yaml), data: nil, socket: "/s.sock", folders: folders)
        let origins = Dictionary(uniqueKeysWithValues: settings.listing.map { ($0.path, $0.origin) })
        #expect(origins["limits.idle_s"] == "w.yaml:2:11")
        #expect(origins["limits.connections"] == "default")
        #expect(origins["sockets.0.path"] == "--socket")
        #expect(origins["data"] == "$STATE_DIRECTORY")
    }

    @Test func everyFaultIsNamedWithItsPlace() {
        let yaml = """
            limits:
              idle_sec: 60
              connections: many
            default_priority: 101
            roles:
              - {roles: [picker]}
              - {uid: 1, roles: [pickers]}
            """
        #expect(
            faults(of: yaml) == [
                "w.yaml:2:3: limits.idle_sec is not known here: did you mean idle_s?",
                "w.yaml:3:16: limits.connections is a text: give whole number, 1 to 10000",
                "w.yaml:4:19: default_priority is 101: it must lie between 0 and 100",
                "w.yaml:6:5: roles.0 must name one of uid, user, gid, group",
                "w.yaml:7:22: roles.1.roles.0 is \"pickers\": give oms or picker or packer or lead or quality or driver or printer or viewer",
            ])
    }

    @Test(arguments: ["limits: [", "a: 1\na: 2", "- a", "\"open", "limits: {idle_s: }"])
    func whatIsNoSettingsIsRefusedWithAPlace(yaml: String) {
        let faults = faults(of: yaml)
        #expect(!faults.isEmpty && faults.allSatisfy { $0.hasPrefix("w.yaml:") }, "\(faults)")
    }

    @Test func anEmptyFileSaysNothing() throws {
        #expect(faults(of: "").isEmpty)
        #expect(faults(of: "# only a comment\n").isEmpty)
    }

    private func faults(of yaml: String) -> [String] {
        do throws(SettingsError) {
            _ = try SettingsFile(yaml: yaml, file: "w.yaml")
            return []
        } catch {
            guard case .faults(let faults) = error else { return ["\(error)"] }
            return faults.map(\.description)
        }
    }
}
