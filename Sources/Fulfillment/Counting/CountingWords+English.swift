import Domain

/// What a walk from count to count says, in English.
extension CountingSentence {
    var english: String {
        switch self {
        case .bin(let bin): bin.text
        case .binAgain(let bin): "Count \(bin) again"
        case .count(let sku): "Count \(sku)"
        case .whatLiesHere: "What lies here?"
        case .whatElse: "What else?"
        case .whichLot: "Which lot?"
        case .whichExpiry: "Which day of expiry?"
        case .howMany(let sku): "How many \(sku)?"
        case .howManyMore(let sku): "How many more \(sku)?"
        case .nothingElse: "Nothing else here?"
        case .allCounted: "All is counted"
        }
    }
}

extension CountingReason {
    var english: String {
        switch self {
        case .way(let way): way.english
        case .task(let task, let priority, let reason):
            "task \(task) has it counted\(reason.map { ": \($0)" } ?? ""); priority \(priority)"
        case .countedAgain(let sku):
            "\(sku) is counted again, because the count before found a large difference"
        }
    }
}
