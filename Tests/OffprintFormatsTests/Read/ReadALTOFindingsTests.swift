import OffprintDiagnostics
import Testing

@testable import OffprintFormats

/// What cannot be in an ALTO file, but costs no line.
@Suite struct ReadALTOFindingsTests {
  private func read(_ content: String) throws -> (texts: [String], warnings: [Diagnostic]) {
    let (issues, context) = try ReadFolder(["0001.xml": alto(content)]).read(ALTOReader(.init()))
    return (issues[0].pages[0].lines.map(\.text), context.warnings)
  }

  private func block(_ place: String, id: String = "B") -> String {
    "<TextBlock ID=\"\(id)\" \(place)><TextLine><String CONTENT=\"a\"/></TextLine></TextBlock>\n"
  }

  private static let good = "HPOS=\"1\" VPOS=\"2\" WIDTH=\"3\" HEIGHT=\"4\""

  @Test(arguments: [
    ("HPOS=\"1\"", "HPOS=\"NaN\""), ("VPOS=\"2\"", "VPOS=\"\""), ("WIDTH=\"3\"", "WIDTH=\"-3\""),
    ("HEIGHT=\"4\"", "HEIGHT=\"1e200\""), ("HPOS=\"1\"", "HPOS=\"-1e12\""),
  ])
  func placesThatAreNoneAreToldWithTheFirstLine(old: String, new: String) throws {
    let bad = Self.good.replacing(old, with: new)
    let (texts, warnings) = try read("\n" + block(bad) + block(bad, id: "C"))
    #expect(texts == ["a", "a"])
    #expect(warnings.map(\.code) == [.inputNotUnderstood])
    #expect(warnings[0].summary.hasPrefix("2 places"))
    #expect(warnings[0].place?.line == 5)
  }

  @Test func placesThatAreAbsentOrBesideThePageAreNot() throws {
    #expect(try read(block(Self.good) + block("", id: "C")).warnings.isEmpty)
    #expect(try read(block(Self.good.replacing("HPOS=\"1\"", with: "HPOS=\"-40.5\""))).warnings.isEmpty)
  }

  @Test func idsThatRepeatAreToldAndAllBlocksKept() throws {
    let (texts, warnings) = try read("\n" + block("") + block("", id: "C") + block("") + block(""))
    #expect(texts.count == 4)
    #expect(warnings.map(\.code) == [.inputNotUnderstood])
    #expect(warnings[0].summary.hasPrefix("2 blocks"))
    #expect(warnings[0].place?.line == 7)
  }
}
