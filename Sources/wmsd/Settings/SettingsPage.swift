import JSON
import LineProtocol

/// The page of the documentation that lists every setting, made from the declaration.
enum SettingsPage {
    /// The text of `Settings.md`; a test keeps the file equal to it.
    static var text: String {
        let folders = Folders(environment: [:], userID: 0, executable: "/usr/bin/wmsd")
        let defaults = JSONValue.object(SettingsDeclaration.defaults(folders))
        return """
            # Settings

            One YAML file holds all settings; every one of them may be left out.

            ## Overview

            `wmsd serve` reads the file that `--config` names, or else `wmsd.yaml` in `$CONFIGURATION_DIRECTORY`,
            in `/etc/wmsd` for root, in `$XDG_CONFIG_HOME/wmsd` for anyone else. `--data` and `--socket` win over
            the file. `wmsd config` prints every value and where it comes from. A fault is named with its file,
            line and column, all faults at once, and the daemon does not start (exit status 78).

            ```yaml
            gs1: {company_prefix: "0614141"}
            roles:
              - {group: pickers, roles: [picker]}
              - {user: oms, roles: [oms]}
              - {uid: 1000, roles: [lead]}
            slas:
              EXPRESS: {priority: 95}
            printers:
              zebra-1: {spool: /var/spool/wmsd/zebra-1, dpi: 300}
            ```

            With no `roles` the daemon's own user and root have every role, and nobody else any. With them they
            alone decide; root keeps every role. A printer that is not named has its folder below `labels.spool`.

            The rules of `tours` say which goods a picker comes to first; within them the walk is the shortest.
            Each makes walks longer, so only the one that keeps goods sound by itself, `cold_last`, holds by
            default: every order has a tote of its own, and heavy or fragile pieces of one order are few. Fragile
            pieces that are heavy as well count as fragile.

            | setting | type | default | |
            | --- | --- | --- | --- |

            """ + rows(of: SettingsDeclaration.params, below: "", defaults: defaults)
    }

    private static func rows(of params: [Param], below path: String, defaults: JSONValue?) -> String {
        params.map { param in
            let place = path.isEmpty ? param.name : "\(path).\(param.name)"
            let value = defaults?[param.name]
            guard let members = param.type.members else {
                return "| `\(place)` | \(param.type) | \(shown(value)) | \(param.doc) |\n"
            }
            switch param.type {
            case .object: return rows(of: members, below: place, defaults: value)
            case .map: return rows(of: members, below: place + ".NAME", defaults: nil)
            default: return rows(of: members, below: place + ".0", defaults: value?.array?.first)
            }
        }.joined()
    }

    private static func shown(_ value: JSONValue?) -> String { value.map { "`\($0)`" } ?? "" }
}
