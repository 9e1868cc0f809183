/// The number by which an answer is found: an index of numbers takes less room than one of ids, and is compared sooner.
///
/// It is kept in files, so it is the same in every version: FNV-1a (Fowler, Noll and Vo 1991) in 64 bits over the id's
/// bytes without the last two, folded to 24, and then one byte made of those two. So ids that count up have numbers
/// that count up, and the answers to one device lie beside each other in the index. Ids of the same number are told
/// apart by their texts.
///
/// The hash begins with a key that each file draws for itself: who does not know it cannot choose ids of one number,
/// which would make everybody wait while they are told apart.
struct CommandHash {
    let key: UInt64

    /// Thirty-two bits with a sign, which SQLite keeps in four bytes.
    func number(of commandID: String) -> Int {
        let bytes = Array(commandID.utf8)
        var hash = 0xCBF2_9CE4_8422_2325 ^ key
        for byte in bytes.dropLast(2) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let beginning = UInt32(truncatingIfNeeded: hash ^ hash >> 24 ^ hash >> 48) << 8
        // Two digits give a hundred numbers in a row.
        let end = bytes.suffix(2).reduce(0 as UInt8) { $0 &* 10 &+ $1 }
        return Int(Int32(bitPattern: beginning | UInt32(end)))
    }
}
