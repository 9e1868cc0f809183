/// A person with a cart and a handheld who does what the screen says.
struct Picker {
    let handheld: Handheld
    let floor: WorkFloor
    /// Picks that were put into totes, by bin.
    private(set) var picks: [String: Int] = [:]

    init(badge: String, cart: String, floor: WorkFloor) throws(DemoFault) {
        handheld = try Handheld(badge: badge, place: ("cart", cart), socket: floor.socket)
        self.floor = floor
    }

    /// Walks tours until none waits and no more will be released.
    mutating func work() throws(DemoFault) {
        while !floor.isAbandoned {
            let isLastLook = floor.isAllReleased
            let prompt = try handheld.change("tour.next")
            if !prompt.isAtRest {
                try walk(from: prompt)
            } else if isLastLook {
                return try handheld.end()
            } else {
                floor.waitALittle()
            }
        }
        throw .abandoned
    }

    /// Follows one tour to its end.
    ///
    /// - Parameter seeing: called with every prompt and what is scanned for it.
    mutating func walk(
        from first: Handheld.Prompt, seeing: (Handheld.Prompt, String) throws(DemoFault) -> Void = { _, _ in }
    ) throws(DemoFault) {
        var prompt = first
        while !prompt.isAtRest {
            let code = try code(for: prompt)
            try seeing(prompt, code)
            let next = try handheld.scan("tour.scan", code, for: prompt)
            if prompt.expect == "tote", let bin = prompt.shown("bin") { picks[bin, default: 0] += 1 }
            if prompt.expect == "station" { dropTotes(of: prompt) }
            prompt = next
        }
    }

    private func code(for prompt: Handheld.Prompt) throws(DemoFault) -> String {
        switch prompt.expect {
        case "tote": if let bound = prompt.shown("tote") { bound } else { try floor.dequeueFreeTote() }
        case "item": try handheld.need(prompt.shown("barcode", "sku"), for: prompt)
        case "quantity": try handheld.need(prompt.shown("qty"), for: prompt)
        default: try handheld.need(prompt.shown(prompt.expect), for: prompt)
        }
    }

    private func dropTotes(of prompt: Handheld.Prompt) {
        for tote in prompt.show["totes"]?.array ?? [] {
            if let code = tote.string { floor.filledTotes.enqueue(code) }
        }
    }
}
