import Testing

@testable import Operations

@Suite struct OwnOperationTests {
    @Test func noCallerCanAskWhatIsTheDaemonsOwn() {
        let own = [
            LabelsRecord.declaration, LabelsWait.declaration, HistorySlice.declaration, ImportSlice.declaration,
            AdoptCart.declaration, ReleaseSlice.declaration, PromiseSlice.declaration,
        ]
        for declaration in own {
            #expect(Method.named(declaration.name) == nil && declaration.roles.isEmpty)
        }
    }
}
