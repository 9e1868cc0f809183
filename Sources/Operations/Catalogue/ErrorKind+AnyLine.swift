public import Domain

/// The refusals that are no method's own, and therefore stand in no declaration.
extension ErrorKind {
    /// What any line may be refused as.
    public static let ofAnyLine: [ErrorKind] = [
        .notJSON, .tooLong, .notUTF8, .duplicateKey, .invalidRequest, .unknownMethod, .badParams,
        .internalFault,
        .notAllowed, .storage, .busy, .shuttingDown,
    ]

    /// What any change may be refused as, besides.
    public static let ofAnyChange: [ErrorKind] = [.commandReused, .diskFull, .notStored]
}
