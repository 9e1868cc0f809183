import Domain
import Operations

/// The prompt again, with the reasons for this bin and this way.
extension TourWhy: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        try site.obey(.why, step: step, in: session)
    }
}
