import OffprintKit
import Testing

@testable import OffprintStages

@Suite("What each unit is to its article")
struct ArticleRolesTests {
  /// `role unit` of each part in order. Chances of a headline are high for units in capitals.
  private func roles(
    _ units: Units, headline: [Double]? = nil, isAdvertisement: Bool = false
  ) -> [String] {
    let marked = units.marked
    let chances = headline ?? marked.map { $0.isUpperCase ? 0.9 : 0.02 }
    let roles = ArticleRoles(marked, headline: chances, isAdvertisement: isAdvertisement)
    #expect(roles.parts.map(\.unit).sorted() == Array(marked.indices), "every unit stands in one part")
    #expect(roles.parts.allSatisfy { (0...1).contains($0.confidence) })
    return roles.parts.map { "\($0.role.rawValue) \($0.unit)" }
  }

  @Test("over a text stand overline, headline and subheadline; a byline under them")
  func head() {
    var units = Units()
    units.add("From the valley of the mill")
    units.add("THE FLOOD AT NIGHT") { ($0.height, $0.isBold) = (2.5, true) }
    units.add("Three bridges gone")
    units.add("By Martha Quill")
    units.text()
    units.text()
    #expect(
      roles(units) == ["overline 0", "headline 1", "subheadline 2", "byline 3", "paragraph 4", "paragraph 5"])
  }

  @Test("a headline of several lines is one headline")
  func severalLines() {
    var units = Units()
    units.add("THE FLOOD AT") { $0.height = 2 }
    units.add("THE MILL") { $0.height = 2 }
    units.text()
    #expect(roles(units) == ["headline 0", "headline 1", "paragraph 2"])
  }

  @Test("a heading inside is a crosshead, one at the end is not")
  func crossheads() {
    var units = Units()
    units.add("THE FLOOD AT NIGHT") { $0.height = 2 }
    units.text()
    units.add("THE MILL") { $0.leftMargin = 0 }
    units.text()
    #expect(roles(units) == ["headline 0", "paragraph 1", "crosshead 2", "paragraph 3"])
    var open = Units()
    open.add("THE FLOOD AT NIGHT") { $0.height = 2 }
    open.text()
    open.add("THE MILL") { $0.gapAbove = 1 }
    #expect(roles(open).last == "paragraph 2")
  }

  @Test("captions, tables, jump lines and signatures are told by their own signs")
  func ownSigns() {
    var units = Units()
    units.add("THE FLOOD AT NIGHT") { $0.height = 2 }
    units.text()
    units.add("Photo: J. Quill.")
    units.add("and the mill in spring") { $0.hasPictureAbove = true }
    units.add("1 2 3", "4 5 6") { $0.blockKind = .table }
    units.add("Continued on page 4.")
    units.add("J. Quill") { ($0.leftMargin, $0.gapAbove, $0.gapBelow) = (0.6, 0, 1) }
    var found = roles(units)
    #expect(
      found.prefix(6) == ["headline 0", "paragraph 1", "caption 2", "caption 3", "table 4", "jump-line 5"])
    var signed = Units()
    signed.add("THE FLOOD AT NIGHT") { $0.height = 2 }
    signed.text()
    signed.add("J. Quill") { ($0.leftMargin, $0.gapAbove, $0.gapBelow) = (0.6, 0, 1) }
    found = roles(signed, headline: [0.9, 0.01, 0.01])
    #expect(found == ["headline 0", "paragraph 1", "byline 2"])
  }

  @Test("a place and a date in a line of their own are the dateline")
  func dateline() {
    var units = Units()
    units.add("THE FLOOD AT NIGHT") { $0.height = 2 }
    units.add("Lille, 18 novembre.")
    units.text()
    #expect(roles(units) == ["headline 0", "dateline 1", "paragraph 2"])
  }

  @Test("a date that stands over a text by itself is what the text is called")
  func dateAsHeading() {
    var units = Units()
    units.add("Lille, 18 novembre.")
    units.text()
    #expect(roles(units) == ["headline 0", "paragraph 1"])
  }

  @Test("a section's title and that of its item are one headline where the model says so, whatever their size")
  func sectionAndItem() {
    var units = Units()
    units.add("FROM ABROAD") { $0.height = 2.5 }
    units.add("Russia") { $0.gapAbove = 1 }
    units.text()
    #expect(roles(units, headline: [0.95, 0.6, 0.01]) == ["headline 0", "headline 1", "paragraph 2"])
    #expect(roles(units, headline: [0.95, 0.4, 0.01]) == ["headline 0", "subheadline 1", "paragraph 2"])
  }

  @Test("what is a caption or a dateline by its words is a headline if the model is sure")
  func sureOfCaption() {
    var units = Units()
    units.add("Nos gravures") { $0.height = 1.6 }
    units.text()
    #expect(roles(units, headline: [0.8, 0.01]) == ["headline 0", "paragraph 1"])
    #expect(roles(units, headline: [0.3, 0.01]) == ["caption 0", "paragraph 1"])
  }

  @Test("the text of an advertisement is called so")
  func advertisement() {
    var units = Units()
    units.add("BOATS TO LET") { $0.height = 2 }
    units.text()
    #expect(roles(units, isAdvertisement: true) == ["headline 0", "advertisement-text 1"])
  }

  @Test("where nothing looks like a headline there is none")
  func none() {
    var units = Units()
    units.text()
    units.text()
    #expect(roles(units) == ["paragraph 0", "paragraph 1"])
    var lone = Units()
    lone.add("and nothing more of it.")
    #expect(roles(lone, headline: [0]) == ["paragraph 0"])
    #expect(ArticleRoles([], headline: [], isAdvertisement: false).parts.isEmpty)
  }

  @Test("the model knows a headline that is set like text")
  func plainHeadline() {
    var units = Units()
    units.add("The river has left its bed and the old", "mill stands in the water up to the roof.")
    units.text()
    #expect(roles(units, headline: [0.8, 0.01]) == ["headline 0", "paragraph 1"])
    #expect(roles(units, headline: [0.01, 0.01]) == ["paragraph 0", "paragraph 1"])
  }

  @Test("lines without text are in a part too")
  func empty() {
    var units = Units()
    units.add("")
    units.add("THE FLOOD AT NIGHT") { $0.height = 2 }
    units.add("", "")
    units.text()
    #expect(roles(units).contains("headline 1"))
  }
}
