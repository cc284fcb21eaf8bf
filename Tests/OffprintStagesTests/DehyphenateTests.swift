import OffprintKit
import OffprintModel
import Testing

@testable import OffprintStages

@Suite struct DehyphenateTests {
  private static func stage() throws -> (StageEntry, Registry) {
    var registry = Registry()
    registry.register(Dehyphenate.self)
    return (try #require(registry.stages["dehyphenate"]), registry)
  }

  @Test(arguments: Dehyphenate.spec.examples.indices)
  func exampleHolds(_ index: Int) throws {
    let (stage, registry) = try Self.stage()
    let example = Dehyphenate.spec.examples[index]
    let differences = try ExampleRun.differences(example, of: stage, in: registry)
    #expect(differences.isEmpty, "\(example.reason): \(differences)")
  }
}
