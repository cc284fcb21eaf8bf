import OffprintJSON
import OffprintKit

extension JSONWriter {
  mutating func issue(_ issue: Issue) {
    object { json in
      json.member("offprint_document", DocumentJSON.version)
      json.member("id", issue.id)
      json.member("date", issue.date?.iso)
      json.member("language", issue.language)
      json.member("volume", issue.volume)
      json.member("number", issue.number)
      json.member("edition", issue.edition)
      json.member("source_created", issue.sourceCreated)
      json.member("ocr_software", issue.ocrSoftware)
      json.key("publication")
      json.publication(issue.publication)
      json.key("issuance")
      json.issuance(issue.issuance)
      json.key("sources")
      json.array { json in issue.sources.forEach { json.string($0) } }
      json.key("pages")
      json.array { json in issue.pages.forEach { json.page($0.snapshot) } }
      if let markup = issue.markup {
        json.key("markup")
        json.markup(markup)
      }
      json.member("has_articles", issue.hasArticles)
      json.key("articles")
      json.array { json in issue.articles.forEach { json.article($0) } }
      json.key("joins")
      json.array { json in issue.joins.values.sorted { $0.first < $1.first }.forEach { json.join($0) } }
      json.key("decisions")
      json.array { json in issue.decisions.forEach { json.decision($0) } }
      json.key("flags")
      json.array { json in issue.flags.forEach { json.flag($0) } }
      json.key("ledger")
      json.array { json in issue.ledger.entries.forEach { json.entry($0) } }
    }
  }

  private mutating func publication(_ publication: Publication) {
    object { json in
      json.member("title", publication.title)
      json.member("issn", publication.issn)
      json.member("identifier", publication.identifier)
      json.member("publisher", publication.publisher)
      json.member("place", publication.place)
    }
  }

  private mutating func issuance(_ issuance: Issuance) {
    object { json in
      json.member("provider", issuance.provider)
      json.member("provider_uri", issuance.providerURI)
      json.member("authority", issuance.authority)
      json.member("rights", issuance.rights)
      json.member("usage_terms", issuance.usageTerms)
      json.member("rights_uri", issuance.rightsURI)
      json.member("licence", issuance.licence)
      json.member("schemes", issuance.schemes)
      json.member("medium", issuance.medium?.rawValue)
    }
  }

  private mutating func markup(_ markup: PublisherMarkup) {
    object { json in
      json.member("source", markup.source)
      json.key("articles")
      json.array { json in markup.articles.forEach { json.article($0) } }
      json.member("unresolved", markup.unresolved)
      json.member("marks_paragraphs", markup.marksParagraphs)
      json.key("titles")
      json.array { json in
        for (index, title) in markup.titles.sorted(by: { $0.key < $1.key }) {
          json.object { json in
            json.member("article", index)
            json.member("title", title)
          }
        }
      }
      json.key("sections")
      json.integers(markup.sections.sorted())
      json.key("printed_pages")
      json.array { json in
        for (index, pages) in markup.printedPages.sorted(by: { $0.key < $1.key }) { json.integers([index, pages]) }
      }
    }
  }

  mutating func line(_ ref: LineRef) { integers([ref.page, ref.line]) }

  private mutating func join(_ join: Join) {
    object { json in
      json.key("first")
      json.line(join.first)
      json.key("second")
      json.line(join.second)
      json.member("seam", join.seam.rawValue)
      json.member("mark", join.markLength)
      json.member("replacement", join.replacement)
      if join.repeatedMarkLength != 0 { json.member("repeated", join.repeatedMarkLength) }
      json.member("confidence", join.confidence)
    }
  }

  private mutating func subject(_ subject: Subject) {
    switch subject {
    case .issue: break
    case .page(let index): member("page", index)
    case .article(let index): member("article", index)
    case .line(let ref):
      key("line")
      line(ref)
    }
  }

  private mutating func decision(_ decision: Decision) {
    object { json in
      json.member("stage", decision.stage)
      json.subject(decision.subject)
      json.member("choice", decision.choice)
      json.member("reason", decision.reason)
      json.member("confidence", decision.confidence)
    }
  }

  private mutating func flag(_ flag: Flag) {
    object { json in
      json.member("code", flag.code)
      json.subject(flag.subject)
      json.member("count", flag.count)
      json.member("note", flag.note)
    }
  }

  private mutating func entry(_ entry: Ledger.Entry) {
    object { json in
      json.key("line")
      json.line(entry.line)
      json.member("stage", entry.stage)
      switch entry.fate {
      case .dropped(let reason): json.member("dropped", reason)
      case .merged(let place): json.member("merged", place)
      }
    }
  }
}
