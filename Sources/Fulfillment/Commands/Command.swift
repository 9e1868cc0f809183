public import Domain
public import JSON
public import Operations

/// One request to the site: the operation that is asked for, and by whom.
public struct Command: Sendable {
    public private(set) var operation: any Operation
    /// What was given, as it was given: a repeat is known by it.
    public let params: JSONObject
    /// The client's own name for this change: a repeat with the same one gets the stored answer.
    /// Nil for a request that changes nothing.
    public let commandID: String?
    public let actor: Actor
    /// Whether the daemon asks for itself, and gets the result as it is.
    public let isOwn: Bool
    /// Whether boxes may have to be chosen for it.
    private let choosesBoxes: Bool
    /// What was done of it before it is decided; no part of what the caller said.
    private(set) var preparation: Preparation?
    /// Label jobs whose files may lie in a folder that the daemon cannot read now, by row; no part of what the caller
    /// said.
    public var unreachableLabels: [LabelRow] = []

    /// Whether the work that it has begun is over, and it is decided again to be answered.
    private(set) var isResumed = false
    /// The packing engine's answers to its questions; nil where the decider computes them itself.
    var packingAnswers: [PackingAnswer]?

    /// What a caller asked for.
    public init(_ call: Call, commandID: String?, actor: Actor) {
        operation = call.operation
        params = call.params
        self.commandID = commandID
        self.actor = actor
        isOwn = false
        choosesBoxes = call.method.choosesBoxes
    }

    /// What the daemon asks for itself.
    public init(own operation: any Operation) {
        self.operation = operation
        params = [:]
        commandID = nil
        actor = .daemon
        isOwn = true
        choosesBoxes = Method.named(type(of: operation).declaration.name)?.choosesBoxes ?? false
    }

    /// The same command, which waits for the packing engine's answers where it may need some.
    public var waiting: Command {
        guard packingAnswers == nil, choosesBoxes else { return self }
        var command = self
        command.packingAnswers = []
        return command
    }

    /// The same command with an answer that it waited for.
    public func with(_ answer: PackingAnswer) -> Command {
        var command = self
        command.packingAnswers = (packingAnswers ?? []) + [answer]
        return command
    }

    /// The same command once the work that it has begun is over.
    public var resumed: Command {
        var command = self
        command.isResumed = true
        return command
    }

    /// The same command with all that needs no database done before it is decided, on the thread that brings it. It
    /// has the same outcome without.
    ///
    /// - Complexity: linear in the bytes of its params.
    public func prepared() -> Command { prepared(Preparation(of: self)) }

    /// The same command with its rows read as well.
    ///
    /// - Parameter rows: nil where there is no such import.
    /// - Complexity: linear in the bytes of its params.
    public func prepared(with rows: PreparedRows?) -> Command { prepared(Preparation(of: self, rows: rows)) }

    /// The same command with the layout that it brings, compiled before it is decided.
    ///
    /// - Complexity: linear in the bytes of its params.
    public func prepared(with layout: PreparedLayout) -> Command {
        prepared(Preparation(of: self, layout: layout))
    }

    private func prepared(_ preparation: Preparation) -> Command {
        var command = self
        command.preparation = preparation
        return command
    }

    /// The same command with another operation of the same method.
    func with(_ operation: any Operation) -> Command {
        var command = self
        command.operation = operation
        command.preparation = nil
        return command
    }

    public var method: String { type(of: operation).declaration.name }

    /// What carries it out; nil where that is not the site.
    var rule: (any Rule)? { preparation?.rule ?? (operation as? any Rule) }
}

extension Operation {
    /// Whether ``Site/labelsToWithdraw(for:at:)`` is to be asked before it is decided.
    public var withdrawsLabels: Bool { self is any WithdrawsLabels }
}

/// Who asks, as the socket knows it. The person at work is known from the session instead.
public struct Actor: Sendable, Equatable {
    public let userID: Int
    public let roles: [Role]

    public init(userID: Int, roles: [Role]) {
        self.userID = userID
        self.roles = roles
    }

    /// The daemon itself, which needs no role for what it asks of its own site.
    static let daemon = Actor(userID: 0, roles: [])
}

/// The outcome of a command.
public enum Outcome: Sendable {
    /// The result as JSON text, byte for byte as it is stored and will be replayed.
    case answer(String)
    /// The result of what the daemon asked for itself, which is of the operation's `Result`.
    case result(any Record)
    case refusal(Refusal)
    /// Nothing has happened: the command is to be decided again with the answer to this.
    case awaits(PackingQuestion)
    /// The rows of an import are booked in slices from now on, which is durable: the command is to be decided again as
    /// ``Command/resumed`` when that is over, and has no answer before.
    case begun(ImportRow)
}

extension Outcome: Equatable {
    public static func == (left: Outcome, right: Outcome) -> Bool {
        switch (left, right) {
        case (.answer(let left), .answer(let right)): left == right
        case (.result(let left), .result(let right)): left.json == right.json
        case (.refusal(let left), .refusal(let right)): left == right
        case (.begun(let left), .begun(let right)): left == right
        default: false
        }
    }
}
