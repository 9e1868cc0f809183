import Domain
import Testing

@testable import Fulfillment
@testable import wmsd

@Suite struct PlanningScheduleTests {
    private func news(_ changes: Int, isReleasing: Bool = false) -> Site.PlanningNews {
        Site.PlanningNews(changes: changes, isReleasing: isReleasing, warehouses: ["WH-NY"])
    }

    @Test func whatTheLastRunLeftIsPlannedAtOnceAndAdoptedWhenNothingComes() {
        var schedule = PlanningSchedule()
        #expect(schedule.isAtWork(changes: 1))
        #expect(schedule.step(news(1), atMS: 10) == .plan)
        schedule.havePlanned(news(1), isWhole: true, isProvisional: false, atMS: 20)
        #expect(schedule.step(news(1), atMS: 30) == .wait)
        #expect(schedule.isAtWork(changes: 1))
        #expect(schedule.step(news(1), atMS: 10 + PlanningSchedule.restMS) == .adopt)
        schedule.haveAdopted()
        #expect(schedule.step(news(1), atMS: 20 + PlanningSchedule.restMS) == .wait)
        #expect(!schedule.isAtWork(changes: 1) && schedule.isAtWork(changes: 2))
    }

    @Test func whileOrdersComeCartsStayInThePool() {
        var schedule = PlanningSchedule()
        for change in 1...20 {
            let now = change * 1_000
            #expect(schedule.step(news(change), atMS: now) == .plan)
            schedule.havePlanned(news(change), isWhole: true, isProvisional: false, atMS: now + 1)
            #expect(schedule.step(news(change), atMS: now + 900) == .wait)
        }
        #expect(schedule.step(news(20), atMS: 20_000 + PlanningSchedule.restMS) == .adopt)
    }

    @Test func aPlanMadeDuringAReleaseIsMadeAnewAfterIt() {
        var schedule = PlanningSchedule()
        #expect(schedule.step(news(5, isReleasing: true), atMS: 0) == .plan)
        schedule.havePlanned(
            news(5, isReleasing: true), isWhole: true, isProvisional: true, atMS: 1)
        let later = 1 + 2 * PlanningSchedule.restMS
        #expect(schedule.step(news(5, isReleasing: true), atMS: later) == .wait)
        #expect(schedule.step(news(5), atMS: later) == .plan)
        schedule.havePlanned(news(5), isWhole: true, isProvisional: false, atMS: later)
        #expect(schedule.step(news(5), atMS: later) == .adopt)
    }

    @Test func whatIsMoreThanIsPlannedAtOnceIsPlannedNext() {
        var schedule = PlanningSchedule()
        _ = schedule.step(news(5), atMS: 0)
        schedule.havePlanned(news(5), isWhole: false, isProvisional: false, atMS: 1)
        #expect(schedule.step(news(5), atMS: 2) == .plan)
    }

    @Test func whatCouldNotBeAdoptedIsPlannedAnew() {
        var schedule = PlanningSchedule()
        _ = schedule.step(news(5), atMS: 0)
        schedule.havePlanned(news(5), isWhole: true, isProvisional: false, atMS: 0)
        #expect(schedule.step(news(5), atMS: PlanningSchedule.restMS) == .adopt)
        schedule.haveAdopted(areAll: false)
        #expect(schedule.isAtWork(changes: 5))
        #expect(schedule.step(news(5), atMS: PlanningSchedule.restMS) == .plan)
    }

    @Test func plansAge() {
        var schedule = PlanningSchedule()
        _ = schedule.step(news(5), atMS: 0)
        schedule.havePlanned(news(5), isWhole: true, isProvisional: false, atMS: 0)
        schedule.haveAdopted()
        #expect(schedule.step(news(5), atMS: PlanningSchedule.planningEveryMS - 1) == .wait)
        #expect(schedule.step(news(5), atMS: PlanningSchedule.planningEveryMS) == .plan)
        schedule.havePlanned(
            news(5), isWhole: true, isProvisional: false, atMS: PlanningSchedule.planningEveryMS)
        #expect(!schedule.isAtWork(changes: 5))
    }
}
