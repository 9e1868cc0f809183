import ArgumentParser
import LineProtocol
import Operations

/// The ids of orders that a shell offers where a command takes one, asked of the daemon.
enum OrderCompletion {
    static let ids = CompletionKind.custom { words, index, _ in
        candidates(for: words, at: index) { (path) throws(ClientError) in
            try LineClient(socket: path, timeoutMS: answerTimeoutMS)
        }
    }

    /// Somebody waits at the key: an answer that takes longer is none.
    private static let answerTimeoutMS = 500

    /// - Parameters:
    ///   - words: the command line as the shell splits it.
    ///   - index: of the word that is completed.
    ///   - connect: opens the socket of this path.
    /// - Returns: the first page of those that begin so; none where no daemon answers.
    static func candidates(
        for words: [String], at index: Int, connect: (_ path: String) throws(ClientError) -> any AnsweringLine
    ) -> [String] {
        let typed = words.indices.contains(index) ? words[index] : ""
        guard let line = try? connect(socket(in: words)),
            let page = try? line.call(Operations.OrderList())
        else { return [] }
        return page.orders.map(\.order.text).filter { $0.hasPrefix(typed) }
    }

    /// The one that the line names, or where the daemon is looked for.
    private static func socket(in words: [String]) -> String {
        let option = "--socket"
        if let joined = words.first(where: { $0.hasPrefix("\(option)=") }) {
            return String(joined.dropFirst(option.count + 1))
        }
        // Of `--socket=PATH` bash makes three words.
        if let index = words.firstIndex(of: option),
            let path = words.dropFirst(index + 1).first(where: { $0 != "=" })
        {
            return path
        }
        return SocketPath.standard(environment: Terminal.environment)
    }
}
