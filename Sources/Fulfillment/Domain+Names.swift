import Domain

/// A person's walk with its stops; ``PickRouting`` has a tour of its own, which is a way through places alone.
typealias Tour = Domain.Tour
