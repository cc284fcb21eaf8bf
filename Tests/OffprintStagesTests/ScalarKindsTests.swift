import Testing

@testable import OffprintStages

@Suite("Characters told by their numbers are what the standard library says they are")
struct ScalarKindsTests {
  private static let all = (UInt32(0)..<0x11_0000).compactMap { Unicode.Scalar($0) }

  @Test("Letters")
  func letters() {
    #expect(Self.all.first { $0.isAlphabetic != $0.properties.isAlphabetic } == nil)
  }

  @Test("Capitals")
  func capitals() {
    #expect(Self.all.first { $0.isUppercase != $0.properties.isUppercase } == nil)
  }

  @Test("Small letters of letters")
  func lowercased() {
    let wrong = Self.all.first { $0.lowercased != $0.properties.lowercaseMapping.unicodeScalars.first }
    #expect(wrong == nil)
  }
}
