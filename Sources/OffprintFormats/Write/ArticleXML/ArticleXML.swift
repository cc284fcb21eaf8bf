import OffprintKit
import OffprintModel
import OffprintXML

/// One article as a file of our own XML.
struct ArticleXML {
  let index: IssueIndex
  let place: Int
  let created: String

  private var issue: Issue { index.issue }
  private var article: Article { issue.articles[place] }

  /// Written a second time where the metadata had characters to replace, so that their number can be stated.
  func bytes() throws -> [UInt8] {
    let text = ArticleText(of: article, in: issue)
    // Printed lines are cleaned beforehand, so what the first writer replaces is in the metadata.
    let first = XMLWriter()
    write(first, text, replaced: text.replaced)
    guard first.replaced > 0 else { return try first.finish() }
    let second = XMLWriter()
    write(second, text, replaced: text.replaced + first.replaced)
    return try second.finish()
  }

  private func write(_ xml: XMLWriter, _ text: ArticleText, replaced: Int) {
    var publisherID: String?
    if case .publisher(let id) = article.origin { publisherID = id }
    xml.element(
      "article",
      [
        "schema": "1", "id": article.id, "type": article.type.rawValue,
        "origin": publisherID == nil ? "found" : "publisher", "publisher-id": publisherID, "section": article.section,
        "xml:lang": LanguageTag.usable(issue.language(of: article)), "created": created,
      ]
    ) {
      xml.element(
        "issue",
        [
          "id": issue.id, "title": issue.publication.title, "issn": issue.publication.issn,
          "identifier": issue.publication.identifier, "publisher": issue.publication.publisher,
          "place": issue.publication.place, "date": issue.date?.iso, "volume": issue.volume, "number": issue.number,
          "edition": issue.edition,
        ])
      issued(xml)
      for source in sources { xml.leaf("source", text: source) }
      xml.element("tool", ["name": "Offprint", "version": offprintVersion, "ocr": issue.ocrSoftware])
      xml.leaf("headline", text: text.headline)
      remarks(xml, replaced: replaced)
      for (number, component) in article.components.enumerated() {
        write(xml, component, text.parts.first { $0.component == number }?.text)
      }
    }
  }

  /// Who hands the article on, and under which terms.
  private func issued(_ xml: XMLWriter) {
    let issuance = issue.issuance
    let stated = [
      issuance.provider, issuance.providerURI, issuance.rights, issuance.usageTerms, issuance.rightsURI,
      issuance.licence,
    ]
    guard stated.contains(where: { $0 != nil }) else { return }
    xml.element(
      "issued",
      [
        "provider": issuance.provider, "provider-uri": issuance.providerURI, "rights": issuance.rights,
        "terms": issuance.usageTerms, "statement": issuance.rightsURI, "licence": issuance.licence,
      ])
  }

  /// The files of the article's pages, each once.
  private var sources: [String] {
    var files: [String] = []
    for ref in article.lines where files.last != issue.pages[ref.page].file {
      if !files.contains(issue.pages[ref.page].file) { files.append(issue.pages[ref.page].file) }
    }
    return files
  }

  private func remarks(_ xml: XMLWriter, replaced: Int) {
    for label in article.labels {
      xml.element(
        "label",
        [
          "kind": label.kind, "value": label.value, "source": label.source,
          "confidence": label.confidence.map(Decimals.share),
        ])
    }
    for flag in index.flags(of: place, replaced: replaced) {
      xml.element("flag", ["code": flag.code, "scope": flag.scope.rawValue, "count": String(flag.count)])
    }
    let confidence = RecognitionConfidence(of: article, in: issue)
    if let mean = confidence.mean {
      xml.element("ocr", ["confidence": Decimals.share(mean), "coverage": Decimals.share(confidence.coverage)])
    }
  }

  private func write(_ xml: XMLWriter, _ component: Component, _ text: RunningText?) {
    xml.element(
      "component", ["role": component.role.rawValue, "confidence": component.confidence.map(Decimals.share)]
    ) {
      xml.leaf("text", text: text?.utf8 ?? [])
      for (number, ref) in component.lines.enumerated() {
        line(xml, ref, next: component.lines[(number + 1)...])
      }
    }
  }

  private func line(_ xml: XMLWriter, _ ref: LineRef, next: ArraySlice<LineRef>) {
    let line = issue[line: ref]
    let box = line.box.isKnown ? line.box : nil
    let join = issue.joins[ref].flatMap { next.contains($0.second) ? $0 : nil }
    xml.leaf(
      "line",
      [
        "name": issue.lineName(ref), "page": String(issue.pages[ref.page].number), "x": box.map { String($0.left) },
        "y": box.map { String($0.top) }, "width": box.map { String($0.width) },
        "height": box.map { String($0.height) }, "join": join?.seam.rawValue,
        "join-confidence": join.map { Decimals.share($0.confidence) }, "word": join?.replacement,
      ], text: XMLText.cleaned(line.utf8).bytes)
  }
}
