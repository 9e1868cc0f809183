import ArgumentParser

/// A shell's completion script as the argument parser makes it, but for three things: behind a name that ends in `=` or
/// `.` bash and zsh would put a space, where the value has to follow; behind `help` no shell offers the commands; and fish
/// asks for the cursor in a way that works at its prompt alone.
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
            case .zsh: Self.completed(zsh: generated)
            case .fish: "\(Self.corrected(fish: generated))\n\(Self.fishEnd)"
            default: generated
            }
    }

    private static var commands: String {
        UnknownCommand.names.filter { $0 != "help" }.joined(separator: " ")
    }

    // MARK: bash

    private static let bashEnd = """

        _wms_complete() {
            if [[ "${COMP_WORDS[1]}" = help ]]; then
                [[ "${COMP_CWORD}" -eq 2 ]] && COMPREPLY=($(compgen -W "\(commands)" -- "${COMP_WORDS[2]}"))
                return
            fi
            _wms "${@}"
            [[ "${COMPREPLY[0]}" = *[=.] ]] && compopt -o nospace
        }
        complete -o filenames -F _wms_complete wms
        """

    // MARK: zsh

    /// Stands before the script's last statement, which calls what it defines.
    private static func completed(zsh script: String) -> String {
        script.replacing(zshEnd, with: "\(zshComplete)\n\n\(zshEnd)", maxReplacements: 1)
    }

    private static let zshEnd = #"if [[ "${funcstack[1]}" = _wms ]]; then"#

    private static let zshComplete = """
        __wms_complete() {
            local -ar unfinished=("${(M)@:#*[=.]}")
            local -ar finished=("${@:#*[=.]}")
            _describe -V '' finished -- unfinished -S ''
        }

        _wms_help() {
            local -ar commands=(\(commands))
            _describe -V '' commands
        }
        """

    // MARK: fish

    /// The cursor's place in the word is not needed, and an empty word is no word of two quotes.
    private static func corrected(fish script: String) -> String {
        script.replacing("(__wms_tokens -tC)", with: "0").replacing(#" \'\' "#, with: " '' ")
    }

    private static let fishEnd = """

        complete -c wms -n 'test (count (__wms_tokens -pc)) -eq 2; and __fish_seen_subcommand_from help' \
            -fa '\(commands)'
        """
}
