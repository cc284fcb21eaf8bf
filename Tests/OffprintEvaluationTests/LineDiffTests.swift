import OffprintEvaluation
import Testing

@Suite struct LineDiffTests {
  @Test func `what is missing and what is unexpected, in order`() {
    let diff = LineDiff(expected: "a\nb\nc\nd", actual: "a\nx\nc\nd\ne")
    #expect(
      diff.lines == [.same("a"), .missing("b"), .unexpected("x"), .same("c"), .same("d"), .unexpected("e")])
  }

  @Test func `equal lines far from a difference are left out`() {
    let many = (1...20).map(String.init)
    var other = many
    other[10] = "eleven"
    let shown = LineDiff(expected: many.joined(separator: "\n"), actual: other.joined(separator: "\n")).shown()
    #expect(shown == ["  …", "  9", "  10", "- 11", "+ eleven", "  12", "  13", "  …"])
  }

  @Test(arguments: [("", "a"), ("a", ""), ("a", "b"), ("a\n\nb", "b\n\na"), ("1\n2\n3", "3\n2\n1")])
  func `both texts can be read from it`(expected: String, actual: String) {
    var wanted: [String] = []
    var got: [String] = []
    for line in LineDiff(expected: expected, actual: actual).lines {
      switch line {
      case .same(let text):
        wanted.append(text)
        got.append(text)
      case .missing(let text): wanted.append(text)
      case .unexpected(let text): got.append(text)
      }
    }
    #expect(wanted.joined(separator: "\n") == expected)
    #expect(got.joined(separator: "\n") == actual)
  }
}
