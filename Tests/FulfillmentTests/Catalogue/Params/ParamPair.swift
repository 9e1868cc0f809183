import Domain
import JSON
import Testing

@testable import Fulfillment

/// Two requests that differ in one param alone, and where the difference between what comes of them is looked for.
struct ParamPair: Sendable {
    typealias Request = @Sendable (TestSite) throws -> JSONObject
    typealias Sight = @Sendable (TestSite) throws -> JSONValue

    let method: String
    /// Without a number below lists: `order.items.lot`.
    let param: String
    let world: World
    /// The first request.
    let base: Request
    /// The param's value in the second; nil where it is left out there.
    let value: @Sendable (TestSite) throws -> JSONValue?
    /// What shows the difference once the request has been answered; nil for the answer, the events, or anything that
    /// can be seen of the site.
    var sight: Sight?
    /// The check of the params refuses one of the two: nothing else can be given, or not beside the others.
    var mayBeRefused = false
    /// Whether each word of a choice is to make a difference from every other. Some do so only elsewhere than in the
    /// place that is looked at.
    var showsEveryWord = false

    var key: String { "\(method) \(param)" }
}

extension ParamPair {
    /// Expects that the param makes a difference.
    func check() throws {
        let (first, second) = (try result(isSecond: false), try result(isSecond: true))
        for result in [first, second] where !mayBeRefused {
            #expect(result.answer["refused"] != "bad_params", "\(key): \(result.answer)")
        }
        if let sight {
            let (left, right) = (try sight(first.site), try sight(second.site))
            #expect(left != right, "\(key) changes nothing of \(left)")
        } else if first.answer == second.answer, try first.site.told() == second.site.told() {
            let (left, right) = (try first.site.picture(), try second.site.picture())
            #expect(left != right, "\(key) changes nothing")
        }
    }

    /// Expects that each word of a choice that is not refused makes a difference from every other.
    func check(words: [String]) throws {
        var results: [(word: String, seen: JSONValue)] = []
        for word in words {
            let (site, answer) = try result(with: { _ in .string(word) })
            if answer["refused"] != nil { continue }
            let seen: JSONValue =
                if let sight { try sight(site) } else {
                    [answer, .array(try site.told().map { .string($0) }), try site.picture()]
                }
            for other in results {
                #expect(other.seen != seen, "\(key): \(word) changes nothing that \(other.word) does not")
            }
            results.append((word, seen))
        }
        #expect(!results.isEmpty, "\(key): every word is refused")
    }

    /// Each of the two is sent to a site of its own.
    private func result(isSecond: Bool) throws -> (site: TestSite, answer: JSONValue) {
        if isSecond { return try result(with: value) }
        let site = try world.open()
        return (site, try site.outcome(of: method, try base(site)))
    }

    private func result(
        with value: (TestSite) throws -> JSONValue?
    ) throws -> (site: TestSite, answer: JSONValue) {
        let site = try world.open()
        let params = try base(site).setting(param, to: try value(site))
        return (site, try site.outcome(of: method, params))
    }
}
