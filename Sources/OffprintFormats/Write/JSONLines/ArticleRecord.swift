import OffprintKit
import OffprintModel
import OffprintXML

/// One article as a line of JSON.
struct ArticleRecord {
  let index: IssueIndex
  let place: Int
  let added: String
  let source: String
  let licence: String?
  let lineEnds: LineEnds
  private let text: ArticleText

  /// The version of the record's form.
  static let schema = "1"

  init(index: IssueIndex, place: Int, added: String, source: String, licence: String?, lineEnds: LineEnds) {
    self.index = index
    self.place = place
    self.added = added
    self.source = source
    self.licence = licence
    self.lineEnds = lineEnds
    text = ArticleText(of: index.issue.articles[place], in: index.issue, asPrinted: lineEnds == .printed)
  }

  private var issue: Issue { index.issue }
  private var article: Article { issue.articles[place] }

  /// The record with its line end.
  var line: [UInt8] {
    var record = JSONRecord()
    record.object { record in
      record.member("id", article.id)
      record.text("text", allText)
      record.member("source", source)
      record.member("added", added)
      record.member("created", issue.date.map { OutputTime.withMilliseconds(OutputTime.start(of: $0)) } ?? added)
      record.object("metadata") { record in
        always(&record)
        components(&record)
        whereKnown(&record)
        regions(&record)
        joins(&record)
        remarks(&record)
        provenance(&record)
      }
    }
    return record.bytes + [0x0A]
  }

  /// The parts, an empty line between them.
  private var allText: [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(text.parts.reduce(0) { $0 + $1.text.utf8.count + 2 })
    for part in text.parts {
      if !all.isEmpty { all += [0x0A, 0x0A] }
      all += part.text.utf8
    }
    return all
  }

  private func always(_ record: inout JSONRecord) {
    let precision = issue.date.map { $0.day != nil ? "day" : $0.month != nil ? "month" : "year" }
    record.member("schema", Self.schema)
    record.member("headline", text.headline)
    record.member("type", article.type.rawValue)
    record.member("language", LanguageTag.usable(issue.language(of: article)) ?? "und")
    record.member("date", issue.date?.iso ?? "")
    record.member("date_precision", precision ?? "unknown")
    record.array("pages", issue.pageNumbers(of: article)) { $0.element($1) }
  }

  private func components(_ record: inout JSONRecord) {
    var start = 0
    record.array("components", article.components.enumerated()) { record, component in
      let own = text.parts.first { $0.component == component.offset }?.text ?? RunningText()
      let isEmpty = own.isEmpty
      if start > 0, !isEmpty { start += 2 }
      let from = start
      record.object { record in
        record.member("role", component.element.role.rawValue)
        record.text("text", own.utf8)
        record.member("start", from)
        record.member("end", from + own.count)
        record.share("confidence", component.element.confidence)
        record.array("lines", component.element.lines) { $0.element(name(of: $1)) }
        record.array("line_starts", component.element.lines.indices) { record, line in
          record.element(from + (isEmpty ? 0 : own.starts[line]))
        }
      }
      start = from + own.count
    }
  }

  func name(of line: LineRef) -> [UInt8] {
    var name: [UInt8] = []
    issue.appendLineName(line, to: &name)
    return XMLText.faults(in: name) == 0 ? name : XMLText.cleaned(name).bytes
  }

  private func whereKnown(_ record: inout JSONRecord) {
    record.member("title", issue.publication.title)
    record.member("title_id", issue.publication.identifier)
    record.member("issn", issue.publication.issn)
    record.member("issue", issue.id)
    record.member("volume", issue.volume)
    record.member("number", issue.number)
    record.member("edition", issue.edition)
    record.member("section", article.section)
  }

  private func regions(_ record: inout JSONRecord) {
    record.array("regions", PrintedPart.parts(of: article, in: index)) { record, part in
      let page = issue.pages[part.page]
      record.object { record in
        record.member("page", page.number)
        record.member("label", page.label)
        record.member("file", page.file)
        record.member("image", page.image)
        record.array("blocks", part.blocks) { $0.element($1) }
        record.member("column", part.column.map { $0 + 1 })
        guard part.box.isKnown else { return }
        record.member("unit", page.unit == .character ? "cell" : "pixel")
        record.array("box", [part.box.left, part.box.top, part.box.width, part.box.height]) { $0.element($1) }
      }
    }
  }

  private func remarks(_ record: inout JSONRecord) {
    record.array("labels", article.labels) { record, label in
      record.object { record in
        record.member("kind", label.kind)
        record.member("value", label.value)
        record.member("source", label.source)
        record.share("confidence", label.confidence)
      }
    }
    record.array("flags", index.flags(of: place, replaced: text.replaced)) { record, flag in
      record.object { record in
        record.member("code", flag.code)
        record.member("scope", flag.scope.rawValue)
        record.member("count", flag.count)
      }
    }
    let confidence = RecognitionConfidence(of: article, in: issue)
    if confidence.mean != nil {
      record.object("confidence") { record in
        record.share("mean", confidence.mean)
        record.share("coverage", confidence.coverage)
      }
    }
    record.member("licence", licence)
    record.member("rights", issue.issuance.rights)
    record.member("provider", issue.issuance.provider)
  }

  private func provenance(_ record: inout JSONRecord) {
    record.object("provenance") { record in
      record.member("tool", "Offprint")
      record.member("version", offprintVersion)
      switch article.origin {
      case .found: record.member("origin", "found")
      case .publisher(let id):
        record.member("origin", "publisher")
        record.member("publisher_id", id)
      }
      record.member("ocr", issue.ocrSoftware)
      record.array("files", issue.sources) { $0.element($1) }
    }
  }
}
