import Domain

extension Schema {
    private static let commandsPerStep = 1_000
    private static let oldCommands: SQL =
        "SELECT id, command_id, fingerprint FROM old_command WHERE id > ? ORDER BY id LIMIT ?"
    private static let carryCommand: SQL = """
        INSERT INTO command (id, hash, uid, command_id, fingerprint, hour, answer)
        SELECT id, ?2, uid, command_id, ?3, at / 3600000, answer FROM old_command WHERE id = ?1
        """

    /// Gives each answer the number that it is found by from now on, and its fingerprint as a number.
    ///
    /// - Complexity: linear in the answers that are kept: some microseconds for each.
    static func carryCommands(on db: Connection) throws(Refusal) {
        let hash = CommandHash(key: try MetaTable(db).commandKey())
        var last = 0
        while true {
            let page = try db.all(oldCommands, last, commandsPerStep) { (columns) throws(Refusal) in
                (
                    id: try columns.int(), hash: hash.number(of: try columns.text()),
                    fingerprint: foldedFingerprint(try columns.blob())
                )
            }
            for command in page { try db.run(carryCommand, command.id, command.hash, command.fingerprint) }
            guard let end = page.last else { return }
            last = end.id
        }
    }

    /// Earlier versions kept all sixteen bytes of a fingerprint, or the two halves folded into eight. The first six of
    /// the folded ones are what is kept today.
    static func foldedFingerprint(_ bytes: [UInt8]) -> Int {
        var folded: UInt64 = 0
        for (index, byte) in bytes.reversed().enumerated() { folded ^= UInt64(byte) << (index % 8 * 8) }
        return Int(Int64(bitPattern: folded) >> 16)
    }
}
