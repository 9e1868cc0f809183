import ArgumentParser

/// A shell's completion script as the argument parser makes it, but for one thing: behind a name that ends in `=`
/// or `.` bash and zsh would put a space, where the value has to follow.
struct CompletionScript {
    let text: String

    /// The shell whose script the arguments ask for; where they name none, the one that runs.
    static func shell(in arguments: [String]) -> CompletionShell? {
        guard let index = arguments.firstIndex(where: { $0.hasPrefix(option) }) else { return nil }
        let named = arguments[index].dropFirst(option.count + 1)
        let name = named.isEmpty ? arguments.dropFirst(index + 1).first : String(named)
        return name.flatMap(CompletionShell.init(rawValue:)) ?? .autodetected()
    }

    private static let option = "--generate-completion-script"

    init(_ generated: String, shell: CompletionShell) {
        text =
            switch shell {
            case .bash: "\(generated)\n\(Self.bashEnd)"
            case .zsh: Self.withoutSpaces(zsh: generated)
            default: generated
            }
    }

    private static let bashEnd = """

        _wms_without_spaces() {
            _wms "${@}"
            [[ "${COMPREPLY[0]}" = *[=.] ]] && compopt -o nospace
        }
        complete -o filenames -F _wms_without_spaces wms
        """

    /// Stands before the script's last statement, which calls what it defines.
    private static func withoutSpaces(zsh script: String) -> String {
        script.replacing(zshEnd, with: "\(zshComplete)\n\n\(zshEnd)", maxReplacements: 1)
    }

    private static let zshEnd = #"if [[ "${funcstack[1]}" = _wms ]]; then"#

    private static let zshComplete = """
        __wms_complete() {
            local -ar unfinished=("${(M)@:#*[=.]}")
            local -ar finished=("${@:#*[=.]}")
            _describe -V '' finished -- unfinished -S ''
        }
        """
}
