import Domain
import Operations

/// An operation that the site carries out: what is to be checked, changed and emitted.
///
/// A rule has no clock, no random source and no socket. What it wrote stays only if it returns and the commit
/// that it shares with others succeeds.
protocol Rule: Operation {
    func decide(in site: Transaction) throws(Refusal) -> Result
}

extension Rule {
    /// The result, whichever rule it is.
    func anyResult(in site: Transaction) throws(Refusal) -> any Record { try decide(in: site) }
}
