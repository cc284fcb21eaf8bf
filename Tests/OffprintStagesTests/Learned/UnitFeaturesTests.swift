import OffprintKit
import OffprintTesting
import OffprintTrees
import Testing

@testable import OffprintStages

@Suite("Measures that the model may ask for")
struct UnitFeaturesTests {
  @Test("each has a name of its own and says what it measures")
  func names() {
    let all = UnitFeatures.all
    #expect(Set(all.map(\.name)).count == all.count)
    for feature in all {
      #expect(!feature.name.isEmpty && !feature.name.contains { $0 == "\"" || $0 == "\\" || $0.isWhitespace })
      #expect(!feature.meaning.isEmpty && !feature.meaning.hasSuffix("."))
    }
    #expect(UnitFeatures.text.names == all.map(\.name))
  }

  private static func values(_ issue: OffprintKit.Issue) -> FeatureTable {
    var units = UnitMeasuring(issue: issue).units()
    HeadingLook.mark(&units)
    return UnitFeatures(units: units).table()
  }

  @Test("each unit has as many values as there are names, numbers all", arguments: 1...20)
  func invented(seed: Int) {
    let issue = RandomPaper(seed: seed).issue
    let units = UnitMeasuring(issue: issue).units()
    let table = Self.values(issue)
    #expect(table.count == units.count && table.width == UnitFeatures.all.count)
    #expect(table.values.allSatisfy { $0.isFinite })
    #expect(Self.values(issue) == table)
  }

  @Test("the nastiest documents have measures too")
  func nasty() {
    for (name, issue) in NastyDocuments.all {
      let table = Self.values(issue)
      #expect(table.values.allSatisfy { $0.isFinite }, "\(name)")
      #expect(table.count == UnitMeasuring(issue: issue).units().count, "\(name)")
    }
  }

  @Test("each group adds a value for each of its names")
  func groups() {
    var units = Units()
    units.add("THE FLOOD") { $0.height = 2 }
    units.text(6)
    units.add("A COW ON THE ROOF")
    units.text(3)
    units.text(4, page: 1)
    let groups = UnitFeatures(units: units.marked).groups
    for group in groups {
      for index in units.all.indices {
        var row: [Float] = []
        group.add(index, to: &row)
        #expect(row.count == type(of: group).features.count, "\(type(of: group)) of unit \(index)")
      }
    }
    #expect(UnitFeatures.all.starts(with: groups.flatMap { type(of: $0).features }))
  }

  @Test("yes or no is 1 or 0, or nothing there")
  func yesOrNo() {
    let table = Self.values(RandomPaper(seed: 3).issue)
    let allowed: Set<Float> = [0, 1, Float(NeighbourFeatures.nothing)]
    for row in 0..<table.count {
      for (feature, value) in zip(UnitFeatures.all, table[row]) where feature.isYesOrNo {
        #expect(allowed.contains(value), "\(feature.name) \(value)")
      }
    }
  }
}
