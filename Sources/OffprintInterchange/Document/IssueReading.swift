import OffprintJSON
import OffprintKit

extension JSONScanner {
  mutating func issue() throws -> Issue {
    var issue = Issue(id: "")
    var version: Int?
    try members { scanner, key in
      switch key {
      case "offprint_document":
        version = try scanner.integer()
        guard version == DocumentJSON.version else {
          throw scanner.fault("it is of another version than \(DocumentJSON.version)")
        }
      case "id": issue.id = try scanner.string()
      case "date":
        let text = try scanner.string()
        guard let date = IssueDate(text) else { throw scanner.fault("'\(text)' is no date") }
        issue.date = date
      case "language": issue.language = try scanner.string()
      case "volume": issue.volume = try scanner.string()
      case "number": issue.number = try scanner.string()
      case "edition": issue.edition = try scanner.string()
      case "source_created": issue.sourceCreated = try scanner.string()
      case "ocr_software": issue.ocrSoftware = try scanner.string()
      case "publication": issue.publication = try scanner.publication()
      case "issuance": issue.issuance = try scanner.issuance()
      case "sources": try scanner.array { issue.sources.append(try $0.string()) }
      case "pages": try scanner.array { issue.pages.append(try $0.page()) }
      case "markup": issue.markup = try scanner.markup()
      case "has_articles": issue.hasArticles = try scanner.boolean()
      case "articles": try scanner.array { issue.articles.append(try $0.article()) }
      case "joins":
        try scanner.array { scanner in
          let join = try scanner.join()
          issue.joins[join.first] = join
        }
      case "decisions": try scanner.array { issue.decisions.append(try $0.decision()) }
      case "flags": try scanner.array { issue.flags.append(try $0.flag()) }
      case "ledger":
        try scanner.array { scanner in
          let entry = try scanner.entry()
          issue.ledger.record(entry.line, stage: entry.stage, entry.fate)
        }
      default: throw scanner.unknown(key, in: "a document")
      }
    }
    _ = try required(version, "offprint_document", of: "a document")
    if let fault = DocumentPlaces(of: issue).fault { throw self.fault(fault) }
    return issue
  }

  private mutating func publication() throws -> Publication {
    var publication = Publication()
    try members { scanner, key in
      switch key {
      case "title": publication.title = try scanner.string()
      case "issn": publication.issn = try scanner.string()
      case "identifier": publication.identifier = try scanner.string()
      case "publisher": publication.publisher = try scanner.string()
      case "place": publication.place = try scanner.string()
      default: throw scanner.unknown(key, in: "a publication")
      }
    }
    return publication
  }

  private mutating func issuance() throws -> Issuance {
    var issuance = Issuance()
    try members { scanner, key in
      switch key {
      case "provider": issuance.provider = try scanner.string()
      case "provider_uri": issuance.providerURI = try scanner.string()
      case "authority": issuance.authority = try scanner.string()
      case "rights": issuance.rights = try scanner.string()
      case "usage_terms": issuance.usageTerms = try scanner.string()
      case "rights_uri": issuance.rightsURI = try scanner.string()
      case "licence": issuance.licence = try scanner.string()
      case "schemes": issuance.schemes = try scanner.string()
      case "medium": issuance.medium = try scanner.word(ScannedMedium.self)
      default: throw scanner.unknown(key, in: "an issuance")
      }
    }
    return issuance
  }

  private mutating func markup() throws -> PublisherMarkup {
    var markup = PublisherMarkup(source: "", articles: [])
    try members { scanner, key in
      switch key {
      case "source": markup.source = try scanner.string()
      case "articles": try scanner.array { markup.articles.append(try $0.article()) }
      case "unresolved": markup.unresolved = try scanner.integer()
      case "marks_paragraphs": markup.marksParagraphs = try scanner.boolean()
      case "titles":
        try scanner.array { scanner in
          var (index, title): (Int?, String?)
          try scanner.members { scanner, key in
            switch key {
            case "article": index = try scanner.integer()
            case "title": title = try scanner.string()
            default: throw scanner.unknown(key, in: "a title")
            }
          }
          markup.titles[try scanner.required(index, "article", of: "a title")] = title
        }
      case "sections": markup.sections = Set(try scanner.integers())
      case "printed_pages":
        try scanner.array { scanner in
          let (index, pages) = try scanner.pair()
          markup.printedPages[index] = pages
        }
      default: throw scanner.unknown(key, in: "the publisher's markup")
      }
    }
    return markup
  }

  private mutating func join() throws -> Join {
    var (first, second): (LineRef?, LineRef?)
    var join = Join(
      first: LineRef(page: 0, line: 0), second: LineRef(page: 0, line: 0), seam: .space, markLength: 0, confidence: 0)
    try members { scanner, key in
      switch key {
      case "first": first = try scanner.line()
      case "second": second = try scanner.line()
      case "seam": join.seam = try scanner.word(Seam.self)
      case "mark": join.markLength = try scanner.integer()
      case "replacement": join.replacement = try scanner.string()
      case "repeated": join.repeatedMarkLength = try scanner.integer()
      case "confidence": join.confidence = try scanner.number()
      default: throw scanner.unknown(key, in: "a join")
      }
    }
    join.first = try required(first, "first", of: "a join")
    join.second = try required(second, "second", of: "a join")
    return join
  }
}
