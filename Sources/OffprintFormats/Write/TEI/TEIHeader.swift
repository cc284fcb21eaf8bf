import OffprintKit
import OffprintModel
import OffprintXML

/// The teiHeader: what the file is, where it comes from, how it was made, what is said of its articles.
struct TEIHeader {
  let index: IssueIndex
  let articles: [Int]
  let texts: [ArticleText]
  let settings: TEIWriter.Settings

  /// What stands for a publisher that nobody states.
  static let unstatedPublisher = "Publisher not stated"

  private var issue: Issue { index.issue }

  func write(_ xml: XMLWriter) {
    xml.element("teiHeader") {
      xml.element("fileDesc") {
        xml.element("titleStmt") { xml.leaf("title", text: title.utf8) }
        publication(xml)
        flags(xml)
        source(xml)
      }
      encoding(xml)
      profile(xml)
    }
  }

  private var paper: String { issue.publication.title ?? issue.id }

  /// The article's title, or the newspaper's with date and number.
  private var title: String {
    if settings.unit == .article, let text = texts.first, !text.title.isEmpty { return text.title }
    return [paper, issue.date?.iso, issue.number].compactMap { $0 }.joined(separator: ", ")
  }

  private func publication(_ xml: XMLWriter) {
    xml.element("publicationStmt") {
      let publisher = settings.publisher ?? issue.issuance.provider ?? Self.unstatedPublisher
      xml.leaf("publisher", text: publisher.utf8)
      let id = settings.unit == .article ? articles.first.map { issue.articles[$0].id } : issue.id
      xml.leaf("idno", ["type": "offprint"], text: id)
      availability(xml)
      let created = OutputTime.created(settings.created, for: issue)
      xml.leaf("date", ["when": created], text: created)
    }
  }

  private func availability(_ xml: XMLWriter) {
    let issuance = issue.issuance
    var licences = [issuance.licence, issuance.rightsURI].compactMap(\.self)
    if let own = settings.licence { licences = [own] }
    guard !licences.isEmpty || issuance.rights != nil || issuance.usageTerms != nil else { return }
    xml.element("availability") {
      for licence in licences {
        // A reference has no spaces; a licence in words stands as text alone.
        let target = licence.contains(where: \.isWhitespace) ? nil : licence
        xml.leaf("licence", ["target": target], text: licence.utf8)
      }
      xml.leaf("p", text: issuance.rights)
      xml.leaf("p", text: issuance.usageTerms)
    }
  }

  private func flags(_ xml: XMLWriter) {
    let flags = zip(articles, texts).map { place, text in (place, index.flags(of: place, replaced: text.replaced)) }
    guard flags.contains(where: { !$0.1.isEmpty }) else { return }
    xml.element("notesStmt") {
      for (place, own) in flags {
        for flag in own {
          xml.leaf(
            "note",
            [
              "type": "flag", "subtype": flag.scope.rawValue, "n": String(flag.count),
              "target": "#" + TEIPlace.xmlID(issue.articles[place].id),
            ], text: flag.code)
        }
      }
    }
  }

  private func source(_ xml: XMLWriter) {
    let pages = issue.printedNumbers(ofPagesWith: articles.lazy.flatMap { issue.articles[$0].lines })
    xml.element("sourceDesc") {
      xml.element("biblStruct") {
        if settings.unit == .article, let headline = texts.first?.headline, !headline.isEmpty {
          xml.element("analytic") { xml.leaf("title", ["level": "a"], text: headline) }
        }
        xml.element("monogr") {
          xml.leaf("title", ["level": "j"], text: paper.utf8)
          xml.leaf("idno", ["type": "ISSN"], text: issue.publication.issn)
          xml.leaf("idno", ["type": "title"], text: issue.publication.identifier)
          xml.element("imprint") {
            xml.leaf("publisher", text: issue.publication.publisher)
            xml.leaf("pubPlace", text: issue.publication.place)
            xml.leaf("date", ["when": issue.date?.iso], text: issue.date?.iso)
            xml.leaf("biblScope", ["unit": "volume"], text: issue.volume)
            xml.leaf("biblScope", ["unit": "issue"], text: issue.number)
            xml.leaf("biblScope", ["unit": "edition"], text: issue.edition)
            xml.leaf("biblScope", ["unit": "page"], text: pages.joined(separator: " ").utf8)
          }
        }
        for file in issue.sources { xml.leaf("note", ["type": "file"], text: file) }
        xml.leaf("note", ["type": "ocr"], text: issue.ocrSoftware)
      }
    }
  }

  private func encoding(_ xml: XMLWriter) {
    xml.element("encodingDesc") {
      xml.element("editorialDecl") {
        xml.element("hyphenation", ["eol": settings.lineEnds == .mended ? "hard" : "all"]) {
          xml.leaf("p", text: Self.words(for: settings.lineEnds))
        }
      }
      xml.element("appInfo") {
        xml.element("application", ["ident": "offprint", "version": offprintVersion]) {
          xml.leaf("label", text: "Offprint")
        }
      }
    }
  }

  private static func words(for lineEnds: LineEnds) -> String {
    switch lineEnds {
    case .mended:
      "Words broken at line ends are mended: the mark is left out, and lb with break=\"no\" stands where it was."
    case .printed: "Line ends stand as printed, with their marks; lb with break=\"no\" stands within broken words."
    case .both: "Broken words stand as printed in orig and mended in reg."
    }
  }

  private func profile(_ xml: XMLWriter) {
    var languages: [String] = []
    for place in articles {
      guard let tag = LanguageTag.usable(issue.language(of: issue.articles[place])), !languages.contains(tag) else {
        continue
      }
      languages.append(tag)
    }
    let labelled = articles.filter { !issue.articles[$0].labels.isEmpty }
    guard !languages.isEmpty || !labelled.isEmpty else { return }
    xml.element("profileDesc") {
      if !languages.isEmpty {
        xml.element("langUsage") {
          for tag in languages { xml.leaf("language", ["ident": tag], text: tag) }
        }
      }
      for place in labelled { labels(xml, of: issue.articles[place]) }
    }
  }

  private func labels(_ xml: XMLWriter, of article: Article) {
    xml.element("textClass", ["xml:id": Self.classID(of: article)]) {
      xml.element("keywords") {
        for label in article.labels {
          xml.leaf(
            "term",
            [
              "type": TEIDivision.token(label.kind), "n": label.source,
              "cert": label.confidence.map(Decimals.share),
            ], text: label.value.utf8)
        }
      }
    }
  }

  /// The id of what is said of an article.
  static func classID(of article: Article) -> String { TEIPlace.xmlID(article.id) + ".labels" }
}
