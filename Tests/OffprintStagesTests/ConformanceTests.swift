import OffprintKit
import OffprintStages
import OffprintTesting
import Testing

@Suite("Built-in stages keep the promises of every stage")
struct ConformanceTests {
  @Test func normaliseText() { #expect(checkStage(NormaliseText.self, in: BuiltinStages.registry) == []) }
  /// Its spec; all else is checked with the library, and in tests of its own.
  @Test func detectLanguage() { #expect(checkStage(DetectLanguage.self, in: BuiltinStages.registry) == []) }
  @Test func reflowColumns() { #expect(checkStage(ReflowColumns.self, in: BuiltinStages.registry) == []) }
  @Test func segmentArticles() { #expect(checkStage(SegmentArticles.self, in: BuiltinStages.registry) == []) }
  @Test func dehyphenate() { #expect(checkStage(Dehyphenate.self, in: BuiltinStages.registry) == []) }
}
