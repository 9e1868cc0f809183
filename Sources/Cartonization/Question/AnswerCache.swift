import Synchronization

/// Answers to questions that have been asked before; the one not asked for longest goes first.
///
/// A question is the pieces that are alike, sorted, together with the boxes and all else that an answer
/// depends on, so orders that name their items otherwise or in another order share one answer. An answer from
/// here is the same, byte for byte, as one found anew.
///
/// One cache may serve several cartonizers and threads.
public final class AnswerCache: Sendable {
    /// Everything an answer depends on beside the pieces.
    struct Terms: Hashable {
        let boxes: [BoxType]
        let rules: PackingRules
        let profile: ObjectiveProfile
        let freight: FreightTable?
        let effort: Int
        let seed: UInt64
    }

    struct Key: Hashable {
        let terms: Terms
        let question: Question
    }

    fileprivate struct Entry {
        let key: Key
        let draft: Draft
        /// Its neighbours by last use, as places in `entries`; -1 at the ends.
        var newer = -1
        var older = -1
    }

    fileprivate struct Contents {
        var places: [Key: Int] = [:]
        var entries: [Entry] = []
        var newest = -1
        var oldest = -1
        var hits = 0
    }

    private let answersMax: Int
    private let contents = Mutex(Contents())

    /// Answers with more pieces than this are not kept, so that the memory is bounded by the number of answers.
    static let piecesMax = 500

    /// - Parameter answersMax: how many answers are kept; each occupies some 40 bytes a piece.
    public init(answersMax: Int = 2_000) { self.answersMax = max(1, answersMax) }

    /// How many questions were answered from here.
    public var hits: Int { contents.withLock { $0.hits } }

    /// - Complexity: one look-up by hash.
    func draft(for key: Key) -> Draft? {
        contents.withLock { contents in
            guard let place = contents.places[key] else { return nil }
            contents.hits += 1
            contents.unlink(place)
            contents.linkNewest(place)
            return contents.entries[place].draft
        }
    }

    func keep(_ draft: Draft, for key: Key) {
        guard !draft.isCut, key.question.counts.reduce(0, +) <= Self.piecesMax else { return }
        contents.withLock { contents in
            guard contents.places[key] == nil else { return }
            var place = contents.entries.count
            if place < answersMax {
                contents.entries.append(Entry(key: key, draft: draft))
            } else {
                place = contents.oldest
                contents.unlink(place)
                contents.places[contents.entries[place].key] = nil
                contents.entries[place] = Entry(key: key, draft: draft)
            }
            contents.places[key] = place
            contents.linkNewest(place)
        }
    }
}

extension AnswerCache.Contents {
    fileprivate mutating func unlink(_ place: Int) {
        let (newer, older) = (entries[place].newer, entries[place].older)
        if newer >= 0 { entries[newer].older = older } else { newest = older }
        if older >= 0 { entries[older].newer = newer } else { oldest = newer }
    }

    fileprivate mutating func linkNewest(_ place: Int) {
        entries[place].newer = -1
        entries[place].older = newest
        if newest >= 0 { entries[newest].newer = place } else { oldest = place }
        newest = place
    }
}
