import OffprintKit

/// Says which articles are long reads.
struct LabelLength: ArticleLabelling {
  struct Settings: StageSettings {
    @Setting("From how many words on an article counts as long.", in: 1...)
    var longFrom = 400
    init() {}
  }

  static let spec = StageSpec(
    name: "label-length", summary: "Says which articles are long reads",
    needs: [.articles], gives: [.labels],
    examples: [])
  let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func labels(for article: Article, at index: Int, in issue: Issue, _ context: inout StageContext) -> [Label] {
    let words = article.lines.reduce(0) { $0 + issue[line: $1].words.count }
    guard words >= settings.longFrom else { return [] }
    context.decide("long", at: .article(index), because: "it has \(words) words")
    return [Label(kind: "length", value: "long", source: Self.spec.name)]
  }
}
