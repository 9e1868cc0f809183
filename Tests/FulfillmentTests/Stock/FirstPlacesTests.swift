import Common
import Testing

@testable import Fulfillment

@Suite struct FirstPlacesTests {
    /// Few keys are compared, many are looked up.
    @Test(arguments: [1, 2, 15, 16, 17, 18, 40]) func placesAreThoseOfTheFirst(kinds: Int) {
        var random = SplitMix64(seed: UInt64(kinds))
        var places = FirstPlaces<Int>()
        var keys: [Int] = []
        for _ in 0..<200 {
            let key = random.next(below: kinds)
            if !keys.contains(key) { keys.append(key) }
            #expect(places.place(of: key) == keys.firstIndex(of: key))
            #expect(places.keys == keys)
        }
    }
}
