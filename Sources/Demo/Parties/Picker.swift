import Domain
import Operations

/// A person with a cart and a handheld who does what the screen says.
struct Picker {
    let handheld: Handheld
    let floor: WorkFloor
    /// Picks that were put into totes, by bin.
    private(set) var picks: [String: Int] = [:]

    init(badge: String, cart: CartCode, floor: WorkFloor) throws(DemoFault) {
        handheld = try Handheld(badge: badge, cart: cart, socket: floor.socket)
        self.floor = floor
    }

    /// Walks tours until none waits and no more will be released.
    mutating func work() throws(DemoFault) {
        while !floor.isAbandoned {
            let isLastAttempt = floor.isAllReleased
            let prompt = try handheld.nextTour()
            if !prompt.isAtRest {
                try walk(from: prompt)
            } else if isLastAttempt {
                return try handheld.end()
            } else {
                floor.waitALittle()
            }
        }
        throw .abandoned
    }

    /// Follows one tour to its end.
    ///
    /// - Parameter onScan: called with every prompt and what is scanned for it.
    mutating func walk(
        from first: Prompt, onScan: (Prompt, String) throws(DemoFault) -> Void = { _, _ in }
    ) throws(DemoFault) {
        var prompt = first
        while !prompt.isAtRest {
            let code = try code(for: prompt)
            try onScan(prompt, code)
            let next = try handheld.scan(TourScan.self, code, for: prompt)
            if prompt.expect == .tote, let bin = prompt.show.bin { picks[bin.text, default: 0] += 1 }
            if prompt.expect == .station { dropTotes(of: prompt) }
            prompt = next
        }
    }

    private func code(for prompt: Prompt) throws(DemoFault) -> String {
        if let named = prompt.named { return named }
        if prompt.expect == .tote { return try floor.dequeueFreeTote() }
        return try handheld.need(nil, for: prompt)
    }

    private func dropTotes(of prompt: Prompt) {
        for tote in prompt.show.totes ?? [] { floor.filledTotes.enqueue(tote.text) }
    }
}
