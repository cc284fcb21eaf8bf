import OffprintKit
import OffprintTesting
import Testing

@testable import OffprintEvaluation

@Suite struct BlindCopyTests {
  private func copy(
    _ issue: Issue, _ depth: Blindness, _ hyphens: HyphenMarks = .source, seed: UInt64 = 1
  ) -> BlindCopy { BlindCopy(of: issue, depth: depth, hyphens: hyphens, seed: seed) }

  private var telling: Issue {
    var marked = MarkedIssue()
    marked.page(
      [["die Zei-|Zeitung", "|tung"], ["zwei"], ["drei", "vier", "fünf"], ["sechs"], ["sieben"]], order: [1, 0])
    marked.page([["acht"], ["neun"]])
    marked.article([[ref(0), ref(1)]])
    return marked.issue
  }

  @Test func `the generator gives the published numbers`() {
    // The first outputs for the seed 1234567 of the authors' C implementation.
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() }
        == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func `the same seed gives the same order, another seed another`() {
    func order(_ seed: UInt64) -> [Int] {
      var generator = SplitMix64(seed: seed)
      return generator.shuffled(20)
    }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    #expect(order(1).sorted() == Array(0..<20))
    #expect(order(1) == [1, 14, 10, 3, 19, 4, 6, 16, 15, 13, 2, 0, 11, 7, 18, 9, 17, 12, 8, 5])
  }

  @Test(arguments: [Blindness.blocks, .zones, .none], HyphenMarks.allCases)
  func `every line with text is in the copy once and is found again`(depth: Blindness, hyphens: HyphenMarks) {
    for (name, issue) in NastyDocuments.all + [("telling", telling)] {
      let copy = copy(issue, depth, hyphens)
      let places = LinePlaces(of: issue, in: copy.issue, origins: copy.origins)
      for (number, page) in issue.pages.enumerated() {
        for line in page.lines where !line.isEmpty {
          guard let found = places.found[number][line.index] else {
            Testing.Issue.record("\(name): line \(line.index) of page \(number) is lost")
            continue
          }
          #expect(places.read[found.page][found.line] == ref(line.index, page: number), "\(name)")
          if hyphens == .source { #expect(copy.issue[line: found].text == line.text, "\(name)") }
        }
      }
      let found = places.found.joined().compactMap { $0 }
      #expect(Set(found).count == found.count, "\(name)")
    }
  }

  @Test func `every line with text is printed once, in its cells`() {
    for (name, issue) in NastyDocuments.all + [("telling", telling)] {
      let copy = copy(issue, .text)
      for (number, page) in issue.pages.enumerated() {
        guard case .cells(let rows) = copy.origins[number] else {
          Testing.Issue.record("\(name): no cells")
          continue
        }
        let printed = rows.values.joined().map(\.line).sorted()
        #expect(printed == page.lines.filter { !$0.isEmpty }.map(\.index), "\(name)")
        for line in copy.issue.pages[number].lines where !line.isEmpty {
          let first = rows[line.number]?.first
          let text = first.map { page.lines[$0.line].text } ?? "-"
          #expect(first?.cells.lowerBound == line.box.left, "\(name)")
          #expect(line.text.hasPrefix(text), "\(name)")
        }
      }
    }
  }

  @Test func `shuffled blocks keep nothing that tells`() {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(
      id: "article1", region: .topMargin, box: Box(x: 0, y: 0, width: 9, height: 9), label: "Advertisement")
    builder.beginLine(sourceID: "l1".utf8)
    builder.addWord("eins".utf8, confidence: 0.5)
    builder.beginBlock(id: "article2", kind: .separator)
    var issue = Issue(id: "i")
    issue.pages = [builder.finish()]
    issue.pages[0].sourceOrder = [1, 0]
    issue.markup = PublisherMarkup(source: "METS", articles: [])
    let blind = copy(issue, .blocks).issue
    #expect(blind.markup == nil && blind.pages[0].sourceOrder == nil)
    #expect(blind.pages[0].blocks.map(\.id) == ["B00001", "B00002"])
    #expect(blind.pages[0].blocks.allSatisfy { $0.label == nil && $0.region == .printSpace })
    #expect(Set(blind.pages[0].blocks.map(\.kind)) == [.text, .separator])
    #expect(blind.pages[0].lines[0].sourceID == nil)
    #expect(blind.pages[0].words[0].confidence == 0.5)
  }

  @Test func `blocks stand in an order of chance, their lines as they were`() {
    let orders = (1...20).map { copy(telling, .blocks, seed: $0).issue.pages[0].lines.map(\.text) }
    #expect(Set(orders).count > 10)
    for order in orders { #expect(order.joined(separator: " ").contains("drei vier fünf")) }
  }

  @Test func `without zoning the lines stand by column and height in one block`() {
    for seed in 1...5 {
      let page = copy(telling, .zones, seed: UInt64(seed)).issue.pages[0]
      #expect(page.blocks.count == 1)
      #expect(page.lines.map(\.text) == ["die Zei-", "tung", "zwei", "drei", "vier", "fünf", "sechs", "sieben"])
    }
  }

  @Test func `halves and marks are kept, or become plain hyphens`() {
    for depth in [Blindness.blocks, .zones, .none] {
      let kept = copy(telling, depth).issue.pages[0].lines
      #expect(kept.first { $0.text == "die Zei-" }?.markLength == 1)
      #expect(kept.first { $0.text == "die Zei-" }?.wholeWord == "Zeitung")
      #expect(kept.first { $0.text == "tung" }?.halves == .second)
      let bare = copy(telling, depth, .bare).issue.pages[0].lines
      #expect(bare.contains { $0.text == "die Zei-" })
      #expect(bare.allSatisfy { $0.markLength == 0 && $0.halves.isEmpty && $0.wholeWord == nil })
    }
  }

  @Test(arguments: [
    ("Zei¬", 0, "Zei-"), ("Zei⸗", 0, "Zei-"), ("Zei\u{AD}", 0, "Zei-"), ("Zei-", 0, "Zei-"), ("Zei=", 0, "Zei="),
    ("Zei=", 1, "Zei-"), ("Zeitung", 0, "Zeitung"), ("Ober⸗Post", 0, "Ober⸗Post"), ("Zei--", 2, "Zei-"),
  ])
  func `only what the source alone can know becomes a hyphen`(text: String, mark: Int, bare: String) {
    #expect(String(decoding: LineCopy.bare(Array(text.utf8)[...], markLength: mark), as: UTF8.self) == bare)
  }

  @Test func `a page is printed with its columns side by side`() {
    var marked = MarkedIssue()
    marked.page([["eine linke Zeile", "kurz"], ["die rechte Zeile", "unten rechts"]])
    let copy = copy(marked.issue, .text)
    let page = copy.issue.pages[0]
    #expect(page.unit == .character && page.size.width == 62)
    // 15 pixels a letter: the second column begins at cell 46.
    #expect(
      page.lines.map(\.text) == [
        "eine linke Zeile" + String(repeating: " ", count: 30) + "die rechte Zeile",
        "kurz" + String(repeating: " ", count: 42) + "unten rechts",
      ])
  }

  @Test func `printed columns that were cut rightly are found again, others are not`() throws {
    var marked = MarkedIssue()
    marked.page([["eine linke Zeile", "kurz"], ["die rechte Zeile", "unten rechts"]])
    marked.article([[ref(0), ref(1), ref(2), ref(3)]])
    let evaluation = LineEvaluation(blind: .text)
    let right = try evaluation.result(for: marked.issue) { issue in
      issue.pages[0].split([0: [0, 3], 1: [0, 1]])
      issue.read([0, 2, 1, 3])
    }.scores.order
    #expect(right.nextLines == Share(3, of: 3) && right.miscutLines == 0)
    // The first row is cut after two words and the second not at all.
    let wrong = try evaluation.result(for: marked.issue) { issue in
      issue.pages[0].split([0: [0, 2, 3]])
    }.scores.order
    #expect(wrong.miscutLines == 3)
    #expect(wrong.nextLines == Share(0, of: 3))
  }

  @Test func `an issue that is not blinded is as it was`() {
    let same = copy(telling, .none).issue
    #expect(same.markup == telling.markup)
    let bare = copy(telling, .none, .bare).issue
    #expect(bare.markup == telling.markup && bare.pages[0].sourceOrder == [1, 0])
    #expect(bare.pages[0].blocks.map(\.id) == telling.pages[0].blocks.map(\.id))
  }
}
