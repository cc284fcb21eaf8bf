import OffprintKit

/// The pages that an article stands on, drawn with the article in colour and all else pale.
struct ChosenArticlePages {
  private let issue: Issue
  private let chosen: Int
  /// By page and line: the article and the role; nil for lines that are in none.
  private var places: [[(article: Int, role: Role)?]]

  /// - Parameters:
  ///   - chosen: the index of the article.
  ///   - issue: as the stages left it.
  init(of chosen: Int, in issue: Issue) {
    self.issue = issue
    self.chosen = chosen
    places = issue.pages.map { Array(repeating: nil, count: $0.lines.count) }
    for (number, article) in issue.articles.enumerated() {
      for component in article.components {
        for line in component.lines { places[line.page][line.line] = (number, component.role) }
      }
    }
  }

  /// The pages' indices, in their order.
  var pages: [Int] { Set(issue.articles[chosen].lines.map(\.page)).sorted() }

  func drawing(of page: Int) -> PageDrawing {
    let areas = issue.articles.enumerated().filter { isShown($0.element) || $0.offset == chosen }
      .flatMap { number, article in
        ArticleRuns.runs(of: article.lines, on: page, in: issue).map { run in
          PageDrawing.Area(
            run: run, look: number == chosen ? ProofStyle.chosen : ProofStyle.quiet(number), number: "\(number + 1)",
            about: about(article))
        }
      }
    return PageDrawing(page: issue.pages[page], areas: areas, looks: places[page].map(look))
  }

  private func look(_ place: (article: Int, role: Role)?) -> PageDrawing.LineLook {
    guard let place else { return .init(fill: ProofStyle.nothing, about: "in no article") }
    let article = issue.articles[place.article]
    let isHeading = [.headline, .subheadline, .overline].contains(place.role)
    let fill =
      if place.article == chosen {
        isHeading ? ProofStyle.chosenHeading : ProofStyle.chosen
      } else {
        isShown(article) ? ProofStyle.quiet(place.article) : ProofStyle.furniture
      }
    return .init(fill: fill, isHeading: isHeading, about: "\(article.id) (\(place.role.rawValue))")
  }

  private func isShown(_ article: Article) -> Bool { !article.type.isOfPage }

  private func about(_ article: Article) -> String {
    [article.id, issue.headline(of: article) ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
