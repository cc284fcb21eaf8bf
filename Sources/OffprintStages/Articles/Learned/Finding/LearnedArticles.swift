import OffprintKit
import OffprintTrees

/// Finds the articles of an issue by what was learned from marked ones: furniture aside, the model tells with which
/// units articles begin, and texts that go on elsewhere are joined.
struct LearnedArticles {
  let issue: Issue
  let model: ArticleModel
  let wishes: ArticleWishes

  func articles(_ context: inout StageContext) -> [Article] {
    articles(of: UnitMeasuring(issue: issue, phrases: wishes.phrases).units(), &context)
  }

  func articles(of all: [MeasuredUnit], _ context: inout StageContext) -> [Article] {
    var furniture = FurnitureFinding()
    let sheet = AnswerSheet(all, model, hidesRules: wishes.separators == .ignore, &furniture)
    let borders = ArticleBorders(
      sheet.units, chances: sheet.chances, advertisements: sheet.advertisement, wishes)
    var drafts: [LearnedDraft] = []
    for range in borders.articles {
      drafts.append(draft(of: range, sheet))
      note(range, borders, sheet, &context)
    }
    if wishes.followsJumps { drafts = Continuations.joined(drafts, issue, &context) }
    for (index, draft) in drafts.enumerated() {
      context.decide("article", at: .article(index), because: draft.reason, confidence: draft.confidence)
    }
    return drafts.map(\.article)
      + furniture.articles(&context) { row in
        AnswerReasons(model.trees(for: .furniture, in: sheet.view)).text(of: Array(sheet.table[row]), isYes: true)
      }
  }

  private func draft(of range: Range<Int>, _ sheet: AnswerSheet) -> LearnedDraft {
    let units = Array(sheet.units[range])
    let isAdvertisement = ArticleBorders.areAdvertisement(sheet.units[range], sheet.advertisement)
    let roles = ArticleRoles(units, headline: Array(sheet.headline[range]), isAdvertisement: isAdvertisement)
    return LearnedDraft(
      units, roles, type: isAdvertisement ? .advertisement : .article, confidence: sheet.begins[range.lowerBound])
  }

  // MARK: Reasons

  /// A heading inside an article is worth a word from this chance on.
  private static let doubtful = 0.1

  private func note(
    _ range: Range<Int>, _ borders: ArticleBorders, _ sheet: AnswerSheet, _ context: inout StageContext
  ) {
    guard context.keepsDecisions else { return }
    let reasons = AnswerReasons(model.trees(for: .begins, in: sheet.view))
    for index in range {
      let chance = sheet.begins[index]
      let isFirst = index == range.lowerBound
      guard isFirst || (chance >= Self.doubtful && sheet.units[index].textLines > 0),
        let line = sheet.units[index].lines.first
      else { continue }
      let why = borders.rulings[index] ?? reasons.text(of: Array(sheet.table[sheet.rows[index]]), isYes: isFirst)
      context.decide(
        isFirst ? "begins" : "goes-on", at: .line(line), because: why, confidence: isFirst ? chance : 1 - chance)
    }
  }
}

/// What the model says of the units of an issue that belong to no page.
struct AnswerSheet {
  let view: ArticleView
  let units: [MeasuredUnit]
  /// All measures, and the row of each unit.
  let table: FeatureTable
  let rows: [Int]
  let chances: LikelyArticles.Chances
  let headline: [Double]
  let advertisement: [Double]

  /// How likely articles begin with the units.
  var begins: [Double] { chances.begins }

  init(_ all: [MeasuredUnit], _ model: ArticleModel, hidesRules: Bool, _ furniture: inout FurnitureFinding) {
    view = ArticleView(all)
    var units = furniture.sorted(out: all)
    if hidesRules { for index in units.indices { units[index].hasRuleAbove = false } }
    HeadingLook.mark(&units)
    var table = UnitFeatures(units: units).table()
    let furnitureAnswers = model.answers(to: .furniture, for: table, in: view)
    let rows = furniture.sorted(out: units) { furnitureAnswers[$0] }
    let own = rows.map { units[$0] }
    let headlines = model.answers(to: .headline, for: table, in: view)
    let advertisements = model.answers(to: .advertisement, for: table, in: view)
    let trees = model.trees(for: .begins, in: view)
    let chain = BeginChain(own) { unit, hasText in
      table.setLast(hasText ? 1 : 0, ofRow: rows[unit])
      return trees.map { table.withRow(rows[unit], $0.probability) } ?? 0
    }
    for (row, hasText) in zip(rows, chain.hasText) { table.setLast(hasText >= 0.5 ? 1 : 0, ofRow: row) }
    self.table = table
    self.rows = rows
    self.units = own
    chances = chain.chances
    headline = rows.map { headlines[$0] }
    advertisement = rows.map { advertisements[$0] }
  }
}
