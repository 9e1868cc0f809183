import Domain
import Testing

@testable import Fulfillment
@testable import wmsd

@Suite struct PlanningScheduleTests {
    private func status(_ changes: Int, isReleasing: Bool = false) -> Site.PlanningStatus {
        Site.PlanningStatus(changes: changes, isReleasing: isReleasing, warehouses: ["WH-NY"])
    }

    @Test func whatTheLastRunLeftIsPlannedAtOnceAndAdoptedWhenNothingComes() {
        var schedule = PlanningSchedule()
        #expect(schedule.isAtWork(changes: 1))
        #expect(schedule.step(status(1), atMS: 10) == .plan)
        schedule.didPlan(status(1), isWhole: true, isProvisional: false, atMS: 20)
        #expect(schedule.step(status(1), atMS: 30) == .wait)
        #expect(schedule.isAtWork(changes: 1))
        #expect(schedule.step(status(1), atMS: 10 + PlanningSchedule.quietMS) == .adopt)
        schedule.didAdopt()
        #expect(schedule.step(status(1), atMS: 20 + PlanningSchedule.quietMS) == .wait)
        #expect(!schedule.isAtWork(changes: 1) && schedule.isAtWork(changes: 2))
    }

    @Test func whileOrdersComeCartsStayInThePool() {
        var schedule = PlanningSchedule()
        for change in 1...20 {
            let now = change * 1_000
            #expect(schedule.step(status(change), atMS: now) == .plan)
            schedule.didPlan(status(change), isWhole: true, isProvisional: false, atMS: now + 1)
            #expect(schedule.step(status(change), atMS: now + 900) == .wait)
        }
        #expect(schedule.step(status(20), atMS: 20_000 + PlanningSchedule.quietMS) == .adopt)
    }

    @Test func aPlanMadeDuringAReleaseIsMadeAnewAfterIt() {
        var schedule = PlanningSchedule()
        #expect(schedule.step(status(5, isReleasing: true), atMS: 0) == .plan)
        schedule.didPlan(
            status(5, isReleasing: true), isWhole: true, isProvisional: true, atMS: 1)
        let later = 1 + 2 * PlanningSchedule.quietMS
        #expect(schedule.step(status(5, isReleasing: true), atMS: later) == .wait)
        #expect(schedule.step(status(5), atMS: later) == .plan)
        schedule.didPlan(status(5), isWhole: true, isProvisional: false, atMS: later)
        #expect(schedule.step(status(5), atMS: later) == .adopt)
    }

    @Test func whatIsMoreThanIsPlannedAtOnceIsPlannedNext() {
        var schedule = PlanningSchedule()
        _ = schedule.step(status(5), atMS: 0)
        schedule.didPlan(status(5), isWhole: false, isProvisional: false, atMS: 1)
        #expect(schedule.step(status(5), atMS: 2) == .plan)
    }

    @Test func whatCouldNotBeAdoptedIsPlannedAnew() {
        var schedule = PlanningSchedule()
        _ = schedule.step(status(5), atMS: 0)
        schedule.didPlan(status(5), isWhole: true, isProvisional: false, atMS: 0)
        #expect(schedule.step(status(5), atMS: PlanningSchedule.quietMS) == .adopt)
        schedule.didAdopt(areAll: false)
        #expect(schedule.isAtWork(changes: 5))
        #expect(schedule.step(status(5), atMS: PlanningSchedule.quietMS) == .plan)
    }

    @Test func plansAge() {
        var schedule = PlanningSchedule()
        _ = schedule.step(status(5), atMS: 0)
        schedule.didPlan(status(5), isWhole: true, isProvisional: false, atMS: 0)
        schedule.didAdopt()
        #expect(schedule.step(status(5), atMS: PlanningSchedule.planningEveryMS - 1) == .wait)
        #expect(schedule.step(status(5), atMS: PlanningSchedule.planningEveryMS) == .plan)
        schedule.didPlan(
            status(5), isWhole: true, isProvisional: false, atMS: PlanningSchedule.planningEveryMS)
        #expect(!schedule.isAtWork(changes: 5))
    }
}
