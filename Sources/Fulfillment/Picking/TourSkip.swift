import Domain
import Operations

/// This bin is left for later; the rest of the walk is planned anew from here.
extension TourSkip: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        try site.obey(.skip, step: step, in: session)
    }
}
