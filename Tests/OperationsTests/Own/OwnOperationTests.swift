import Testing

@testable import Operations

@Suite struct OwnOperationTests {
    @Test func noCallerCanAskWhatIsTheDaemonsOwn() {
        for declaration in [LabelsRecord.declaration, LabelsWait.declaration, HistorySlice.declaration] {
            #expect(Method.named(declaration.name) == nil && declaration.roles.isEmpty)
        }
    }
}
