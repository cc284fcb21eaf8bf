import OffprintModel
import Testing

@Suite("Printed dates")
struct IssueDateTests {
  @Test(
    "dates are read as precisely as they are given",
    arguments: [
      ("1858", "1858"), ("1858-12", "1858-12"), ("1858-12-07", "1858-12-07"), ("18581207", "1858-12-07"),
      ("1858-12-07T10:00:00Z", "1858-12-07"), ("2000-02-29", "2000-02-29"), ("0812-01-01", "0812-01-01"),
    ])
  func readable(text: String, iso: String) { #expect(IssueDate(text)?.iso == iso) }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "-", "T", "58-12-07", "1858-13", "1858-00-01", "1900-02-29", "1858-12-32", "1858-12-07-01", "Dec 1858",
      "185812", "+1230405", "-858-12-07", "1858-12-0x",
    ])
  func refused(text: String) { #expect(IssueDate(text) == nil) }

  @Test("a day needs a month")
  func dayWithoutMonth() { #expect(IssueDate(year: 1858, month: nil, day: 7) == nil) }

  @Test("dates sort by what is known of them")
  func order() throws {
    let dates = try ["1858-12-07", "1858", "1857-12-31", "1858-12"].map { try #require(IssueDate($0)) }
    #expect(dates.sorted().map(\.iso) == ["1857-12-31", "1858", "1858-12", "1858-12-07"])
  }
}
