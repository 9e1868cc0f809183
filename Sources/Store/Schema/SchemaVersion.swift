import Domain

/// What brings a file from one version to the next, step by step.
struct SchemaVersion: Sendable {
    enum Step: Sendable {
        /// Statements that give no rows.
        case sql(String)
        /// What SQL cannot say: texts that are kept another way.
        case code(@Sendable (Connection) throws(Refusal) -> Void)
    }

    let steps: [Step]

    init(_ steps: Step...) { self.steps = steps }

    func run(on db: Connection) throws(Refusal) {
        for step in steps {
            switch step {
            case .sql(let script): try db.execute(script: script)
            case .code(let body): try body(db)
            }
        }
    }
}
