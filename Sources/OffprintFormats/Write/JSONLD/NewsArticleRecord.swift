import OffprintModel

/// An article as a NewsArticle of schema.org.
struct NewsArticleRecord {
  let index: IssueIndex
  let place: Int
  let settings: JSONLDWriter.Settings

  private var issue: Issue { index.issue }
  private var article: Article { issue.articles[place] }

  /// One line of JSON with its line feed; members always in the same order.
  var line: [UInt8] {
    let text = ArticleText(of: article, in: issue)
    var record = JSONRecord()
    record.object { record in
      record.member("@context", "https://schema.org")
      record.member("@type", Self.type(of: article))
      record.member("@id", settings.base.map { $0 + article.id })
      record.member("identifier", article.id)
      headlines(&record, text)
      var count = TextCount()
      for part in text.parts { count.add(part.text.string) }
      record.member("articleBody", body(text))
      record.member("wordCount", count.words)
      record.member("inLanguage", LanguageTag.usable(issue.language(of: article)))
      record.member("datePublished", issue.date?.iso)
      print(&record)
      let genres = [article.type.rawValue] + labels("genre")
      record.array("genre", genres) { $0.element($1) }
      let keywords = article.labels.filter { $0.kind != "genre" }.map(\.value)
      if !keywords.isEmpty { record.array("keywords", keywords) { $0.element($1) } }
      record.member("license", settings.licence ?? issue.issuance.termsURI)
      record.member("copyrightNotice", issue.issuance.rights)
      record.member("conditionsOfAccess", issue.issuance.usageTerms)
      record.member("sdDatePublished", (settings.created ?? issue.sourceCreated).flatMap(OutputTime.normalised))
      if let provider = issue.issuance.provider {
        record.object("sdPublisher") { record in
          record.member("@type", "Organization")
          record.member("@id", issue.issuance.providerURI)
          record.member("name", provider)
        }
      }
      record.object("isPartOf") { paper(&$0) }
    }
    return record.bytes + [0x0A]
  }

  static func type(of article: Article) -> String {
    article.type == .advertisement ? "AdvertiserContentArticle" : "NewsArticle"
  }

  private func labels(_ kind: String) -> [String] { article.labels.filter { $0.kind == kind }.map(\.value) }

  private func headlines(_ record: inout JSONRecord, _ text: ArticleText) {
    func texts(_ roles: Role...) -> [String] {
      text.parts.filter { roles.contains($0.role) }.map(\.text.string)
    }
    // Readers of schema.org want a headline of every article; the beginning of the text stands for one.
    record.member("headline", text.title.isEmpty ? nil : text.title)
    let others = texts(.overline, .subheadline) + texts(.headline).dropFirst()
    if !others.isEmpty { record.member("alternativeHeadline", others.joined(separator: "; ")) }
    let bylines = texts(.byline)
    if !bylines.isEmpty { record.member("creditText", bylines.joined(separator: "; ")) }
    let datelines = texts(.dateline)
    if !datelines.isEmpty { record.member("dateline", datelines.joined(separator: "; ")) }
    record.member("articleSection", article.section)
  }

  /// All but what has a member of its own, an empty line between two parts.
  private func body(_ text: ArticleText) -> String {
    text.parts.filter { part in
      switch part.role {
      case .headline, .overline, .subheadline, .byline, .dateline: false
      default: true
      }
    }.map(\.text.string).joined(separator: "\n\n")
  }

  /// Where it is printed: pages by their printed numbers, the column that it begins in, the edition.
  private func print(_ record: inout JSONRecord) {
    var pages: [Int] = []
    for ref in article.lines where !pages.contains(ref.page) { pages.append(ref.page) }
    let numbers = pages.sorted().map { issue.pages[$0].printedNumber }
    record.member("printPage", numbers.joined(separator: ", "))
    record.member("pageStart", numbers.first)
    record.member("pageEnd", numbers.last)
    let column = article.lines.first.flatMap { index.column(of: $0) }
    record.member("printColumn", column.map { String($0 + 1) })
    record.member("printEdition", issue.edition)
    record.member("printSection", article.section)
  }

  private func paper(_ record: inout JSONRecord) {
    let paper = issue.publication
    if issue.volume == nil {
      record.member("@type", "PublicationIssue")
    } else {
      record.array("@type", ["PublicationIssue", "PublicationVolume"]) { $0.element($1) }
    }
    record.member("@id", settings.base.map { $0 + issue.id })
    record.member("identifier", issue.id)
    record.member("issueNumber", issue.number)
    record.member("volumeNumber", issue.volume)
    record.member("datePublished", issue.date?.iso)
    record.object("isPartOf") { record in
      record.member("@type", "Newspaper")
      record.member("name", paper.title)
      record.member("issn", paper.issn)
      record.member("identifier", paper.identifier)
      record.member("inLanguage", LanguageTag.usable(issue.language))
      guard paper.publisher != nil || paper.place != nil else { return }
      record.object("publisher") { record in
        record.member("@type", "Organization")
        record.member("name", paper.publisher)
        record.member("location", paper.place)
      }
    }
  }
}
