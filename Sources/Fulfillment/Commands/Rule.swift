import Domain
import Operations

/// An operation that the site carries out: what is to be checked, changed and emitted.
///
/// A rule has no clock, no random source and no socket. What it wrote stays only if it returns and the commit
/// that it shares with others succeeds.
protocol Rule: Operation {
    func decide(in site: Transaction) throws(Refusal) -> Result

    /// The result as JSON text. A requirement, so that it is compiled for each rule: no result is put into a box on its
    /// way to its text.
    func answer(in site: Transaction) throws(Refusal) -> String
}

/// A rule that voids or moves labels: their files are put out of the feeders' reach before it is decided, so that what
/// it says of a label is true of the paper.
protocol WithdrawsLabels: Rule {
    /// Those labels. What the rule will refuse may be thrown here already, and means that there are none.
    func labelsToWithdraw(in site: Transaction) throws(Refusal) -> [LabelJob]
}

extension Rule {
    func answer(in site: Transaction) throws(Refusal) -> String { try decide(in: site).text }

    /// The result, whichever rule it is.
    func anyResult(in site: Transaction) throws(Refusal) -> any Record { try decide(in: site) }
}
