/// Why there is no layout.
public enum LayoutError: Error, Equatable, Sendable {
    /// Every fault of the file, in the order of its lines.
    case faults([LayoutFault])
}

extension LayoutError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .faults(let faults): faults.map(\.description).joined(separator: "\n")
        }
    }

    public var faults: [LayoutFault] {
        switch self {
        case .faults(let faults): faults
        }
    }
}

/// One thing that is wrong in a layout file, where, and how to fix it.
public struct LayoutFault: Hashable, Sendable {
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1.
    public let column: Int
    public let message: String
}

extension LayoutFault: CustomStringConvertible {
    /// `file:line:column: message`, the form that editors jump to.
    public var description: String { "\(file):\(line):\(column): \(message)" }
}
