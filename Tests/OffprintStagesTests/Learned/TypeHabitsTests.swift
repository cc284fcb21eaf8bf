import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Other habits of setting type")
struct TypeHabitsTests {
  private static let units = UnitMeasuring(issue: RandomPaper(seed: 5).issue).units()

  private func applied(_ habits: TypeHabits) -> [MeasuredUnit] {
    var units = Self.units
    habits.apply(to: &units)
    HeadingLook.mark(&units)
    return units
  }

  /// All measures of the units under these habits.
  private func values(_ habits: TypeHabits) -> [Float] { UnitFeatures(units: applied(habits)).table().values }

  @Test("the same number gives the same, and some numbers give others")
  func numbers() {
    let all = (0..<30).map { values(TypeHabits(number: $0)) }
    #expect(all == (0..<30).map { values(TypeHabits(number: $0)) })
    #expect(Set(all).count > 10)
  }

  @Test("lines and text stay as they are")
  func lines() {
    for number in 0..<30 {
      let units = applied(TypeHabits(number: number))
      #expect(units.map(\.lines) == Self.units.map(\.lines))
      #expect(units.map(\.text.letters) == Self.units.map(\.text.letters))
      #expect(units.map(\.text.stems) == Self.units.map(\.text.stems))
      #expect(units.allSatisfy { $0.text.capitals <= $0.text.letters && $0.height >= 0 })
    }
  }

  @Test("as printed nothing changes")
  func asPrinted() {
    var plain = Self.units
    HeadingLook.mark(&plain)
    #expect(values(.asPrinted) == UnitFeatures(units: plain).table().values)
  }

  @Test("headings are less large, not bold, in capitals, not in the middle")
  func each() {
    let heading = MeasuredUnit(["The flood at night"]) {
      ($0.height, $0.styleSize, $0.isBold, $0.leftMargin, $0.rightMargin) = (2, 2, true, 0.3, 0.3)
      $0.gapAbove = 2
    }
    func changed(_ change: (inout TypeHabits) -> Void) -> MeasuredUnit {
      var habits = TypeHabits.asPrinted
      change(&habits)
      var units = [heading]
      habits.apply(to: &units)
      return units[0]
    }
    #expect(changed { $0.enlargement = 0.5 }.size == 1.5)
    #expect(changed { $0.hasStyles = false }.styleSize == 0)
    #expect(!changed { $0.hasBold = false }.isBold)
    #expect(changed { $0.capitals = .large }.isUpperCase && !heading.isUpperCase)
    #expect(heading.isCentred && !changed { $0.isCentred = false }.isCentred)
    #expect(changed { $0.spread = 1.3 }.gapAbove == 2.6)
    var capitals = [MeasuredUnit(["THE FLOOD AT NIGHT"])]
    var small = TypeHabits.asPrinted
    small.capitals = .small
    small.apply(to: &capitals)
    #expect(!capitals[0].isUpperCase)
  }
}
