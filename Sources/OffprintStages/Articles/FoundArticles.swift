import OffprintKit

/// Finds the articles of an issue that has no structure of its own: furniture aside, each page is cut by the chain,
/// runs become articles, and texts that go on elsewhere are joined.
struct FoundArticles {
  let issue: Issue
  let wishes: ArticleWishes

  func articles(_ context: inout StageContext) -> [Article] {
    let reading = UnitReading(issue: issue, phrases: wishes.phrases)
    let furniture = PageFurniture(issue: issue)
    var drafts: [ArticleDraft] = []
    var leftovers: [Article] = []
    let pages = issue.pages.indices.map(reading.units)
    let habits = HeadingHabits(units: pages.joined())
    let found = pages.map { cut($0, furniture, habits) }
    // In a text so short that all of it looks like headings, these are what there is to read.
    let areArticles = found.allSatisfy { $0.drafts.allSatisfy(\.draft.isLabel) }
    for (units, page) in zip(pages, found) {
      var components: [Component] = []
      for (index, finding) in page.findings.sorted(by: { $0.key < $1.key }) {
        components.append(Component(finding.role, lines: units[index].lines))
        note(furniture: units[index], finding.reason, &context)
      }
      for (draft, own) in page.drafts {
        if draft.isLabel, !areArticles {
          components += draft.labelComponents
          own.forEach { note(furniture: $0, "a heading without a text of its own", &context) }
        } else {
          drafts.append(draft)
        }
      }
      if !components.isEmpty { leftovers.append(Article(type: .furniture, components: components)) }
    }
    if wishes.followsJumps { drafts = Continuations.joined(drafts, issue, &context) }
    for (index, draft) in drafts.enumerated() {
      context.decide("article", at: .article(index), because: draft.reason, confidence: draft.confidence)
    }
    return drafts.map(\.article) + leftovers
  }

  /// What of a page belongs to no article, and the articles that the rest is cut into, with their units.
  private struct CutPage {
    var findings: [Int: PageFurniture.Finding]
    var drafts: [(draft: ArticleDraft, units: [ReadingUnit])] = []
  }

  private func cut(_ units: [ReadingUnit], _ furniture: PageFurniture, _ habits: HeadingHabits) -> CutPage {
    var page = CutPage(findings: furniture.findings(in: units))
    let rest = units.indices.filter { page.findings[$0] == nil }.map { units[$0] }
    for group in Self.byLabel(rest) {
      for run in ArticleChain(units: group, habits: habits).runs() {
        page.drafts.append((ArticleDraft(units: group, run: run), run.units.map { group[$0] }))
      }
    }
    return page
  }

  private func note(furniture unit: ReadingUnit, _ reason: String, _ context: inout StageContext) {
    guard let line = unit.lines.first else { return }
    context.decide("furniture", at: .line(line), because: reason)
  }

  /// Units that the source calls advertisements stand apart; each run of one label is read by itself.
  private static func byLabel(_ units: [ReadingUnit]) -> [[ReadingUnit]] {
    var groups: [[ReadingUnit]] = []
    for unit in units {
      if let last = groups.last?.last, last.isAdvertisement == unit.isAdvertisement {
        groups[groups.count - 1].append(unit)
      } else {
        groups.append([unit])
      }
    }
    return groups
  }
}

extension ReadingUnit {
  /// The source itself says that it is an advertisement (ALTO: TYPE of the block or of the one around it).
  var isAdvertisement: Bool { label?.lowercased().hasPrefix("advert") == true }
}
