import Dispatch
import NIOPosix
import Synchronization
import Testing

@testable import wmsd

@Suite struct GroupLookupTests {
    @Test func aSlowAnswerHoldsUpNoOtherUser() async throws {
        let directory = SlowDirectory()
        try await withLookup(in: directory) { lookup, loops in
            let loop = loops.next()
            let slow = GroupLookup.Account(userID: SlowDirectory.slowUserID, groupID: 7)
            let first = try await loop.submit { lookup.groups(of: slow, on: loop) }.get()
            let second = try await loop.submit { lookup.groups(of: slow, on: loop) }.get()
            let other = GroupLookup.Account(userID: 2, groupID: 8)
            let third = try await loop.flatSubmit { lookup.groups(of: other, on: loop) }.get()
            #expect(third == [8, 102])
            directory.answerSlowOnes()
            #expect(try await first.get() == [7, 101])
            #expect(try await second.get() == [7, 101])
            #expect(directory.asked.filter { $0 == slow }.count == 1)
        }
    }

    @Test func nothingIsKeptForTheNextConnection() async throws {
        let directory = SlowDirectory()
        try await withLookup(in: directory) { lookup, loops in
            let loop = loops.next()
            let user = GroupLookup.Account(userID: 2, groupID: 8)
            for _ in 1...2 { _ = try await loop.flatSubmit { lookup.groups(of: user, on: loop) }.get() }
            #expect(directory.asked == [user, user])
        }
    }

    @Test func theSystemGivesThePrimaryGroupOfUsersItDoesNotKnow() {
        #expect(GroupLookup.Account(userID: 0, groupID: 0).groupsOfSystem().contains(0))
        #expect(GroupLookup.Account(userID: 4_000_000_000, groupID: 77).groupsOfSystem() == [77])
    }

    private func withLookup(
        in directory: SlowDirectory,
        _ body: (GroupLookup, MultiThreadedEventLoopGroup) async throws -> Void
    ) async throws {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        try await body(GroupLookup(on: threads) { directory.groups(of: $0) }, loops)
        try await threads.shutdownGracefully()
        try await loops.shutdownGracefully()
    }
}

/// Knows of every user one group, 100 above the user's own number, and answers for one of them only when told to.
private final class SlowDirectory: Sendable {
    static let slowUserID: UInt32 = 1

    private let mayAnswer = DispatchSemaphore(value: 0)
    private let questions = Mutex<[GroupLookup.Account]>([])

    var asked: [GroupLookup.Account] { questions.withLock { $0 } }

    func groups(of account: GroupLookup.Account) -> [Int] {
        questions.withLock { $0.append(account) }
        if account.userID == Self.slowUserID { mayAnswer.wait() }
        return [Int(account.groupID), Int(account.userID) + 100]
    }

    func answerSlowOnes() { mayAnswer.signal() }
}
