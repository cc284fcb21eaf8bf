import OffprintKit
import OffprintModel
import OffprintXML

/// Descriptions in MODS 3: one for each article, and one of the issue for a METS file of our own.
struct METSDescriptions {
  let issue: Issue
  let names: METSNames
  /// True if each record has to say what its prefix means.
  let declaresMODS: Bool

  func write(_ xml: XMLWriter, article place: Int) {
    let article = issue.articles[place]
    guard let id = names.description[place] else { return }
    let text = ArticleText(of: article, in: issue)
    let language = LanguageTag.usable(issue.language(of: article))
    section(xml, id) {
      titles(xml, text, language, isSection: names.sections.contains(place))
      for part in text.parts where part.role == .byline {
        xml.element("mods:name") {
          xml.leaf("mods:namePart", text: part.text.utf8)
          xml.element("mods:role") {
            xml.leaf("mods:roleTerm", ["type": "code", "authority": "marcrelator"], text: "aut")
          }
        }
      }
      xml.leaf("mods:genre", text: names.sections.contains(place) ? "section" : article.type.rawValue)
      for label in article.labels where label.kind == "genre" { xml.leaf("mods:genre", text: label.value) }
      self.language(xml, language)
      for label in article.labels where label.kind != "genre" {
        xml.element("mods:subject") { xml.leaf("mods:topic", text: label.value.isEmpty ? "-" : label.value) }
      }
      xml.element("mods:part") { extent(xml, article) }
      let issuance = issue.issuance
      for terms in [issuance.rights, issuance.usageTerms, issuance.termsURI] {
        xml.leaf("mods:accessCondition", ["type": "use and reproduction"], text: terms)
      }
      xml.element("mods:recordInfo") {
        xml.leaf("mods:recordContentSource", text: issuance.provider)
        xml.leaf("mods:recordIdentifier", ["source": "Offprint"], text: article.id)
        xml.leaf("mods:recordOrigin", text: Self.origin(of: article))
      }
    }
  }

  private func titles(_ xml: XMLWriter, _ text: ArticleText, _ language: String?, isSection: Bool) {
    func texts(_ role: Role) -> [RunningText] { text.parts.filter { $0.role == role }.map(\.text) }
    let titles = texts(isSection ? .sectionLabel : .headline)
    let subtitles = texts(.subheadline)
    if !titles.isEmpty {
      xml.element("mods:titleInfo", ["xml:lang": language]) {
        xml.leaf("mods:title", text: titles[0].utf8)
        for subtitle in subtitles { xml.leaf("mods:subTitle", text: subtitle.utf8) }
      }
    }
    let others = titles.dropFirst() + texts(.overline) + (titles.isEmpty ? subtitles : [])
    for other in others {
      xml.element("mods:titleInfo", ["type": "alternative", "xml:lang": language]) {
        xml.leaf("mods:title", text: other.utf8)
      }
    }
  }

  /// The pages by their printed numbers: first and last if no page between is left out, else a list.
  private func extent(_ xml: XMLWriter, _ article: Article) {
    var pages: [Int] = []
    for ref in article.lines where !pages.contains(ref.page) { pages.append(ref.page) }
    pages.sort()
    let numbers = pages.map { issue.pages[$0].printedNumber }
    guard let first = pages.first, let last = pages.last else { return }
    xml.element("mods:extent", ["unit": "pages"]) {
      if last - first == pages.count - 1 {
        xml.leaf("mods:start", text: numbers.first)
        xml.leaf("mods:end", text: numbers.last)
        xml.leaf("mods:total", text: String(pages.count).utf8)
      } else {
        xml.leaf("mods:total", text: String(pages.count).utf8)
        xml.leaf("mods:list", text: numbers.joined(separator: ", ").utf8)
      }
    }
  }

  private static func origin(of article: Article) -> String {
    let who =
      switch article.origin {
      case .publisher(let id): "the publisher's article \(id)"
      case .found: "an article found by Offprint \(offprintVersion)"
      }
    return "machine generated from \(who)"
  }

  private func language(_ xml: XMLWriter, _ tag: String?) {
    guard let tag else { return }
    xml.element("mods:language") {
      xml.leaf("mods:languageTerm", ["type": "code", "authority": "rfc5646"], text: tag.utf8)
    }
  }

  /// The issue and the newspaper it is of.
  func write(_ xml: XMLWriter, issue id: String) {
    let paper = issue.publication
    section(xml, id) {
      xml.element("mods:titleInfo") {
        xml.leaf("mods:title", text: RunningText(cleaning: paper.title ?? issue.id).utf8)
      }
      xml.leaf("mods:genre", ["authority": "marcgt"], text: "newspaper".utf8)
      // MODS takes no originInfo without anything in it.
      if paper.place ?? paper.publisher ?? issue.date?.iso != nil { origin(xml) }
      language(xml, LanguageTag.usable(issue.language))
      xml.leaf("mods:identifier", ["type": "issn"], text: paper.issn)
      xml.leaf("mods:identifier", ["type": "local"], text: paper.identifier)
      let details: [(String, String?)] = [
        ("volume", issue.volume), ("issue", issue.number), ("edition", issue.edition),
      ]
      if details.contains(where: { $0.1 != nil }) {
        xml.element("mods:part") {
          for case (let type, let number?) in details {
            xml.element("mods:detail", ["type": type]) { xml.leaf("mods:number", text: number.utf8) }
          }
        }
      }
    }
  }

  private func origin(_ xml: XMLWriter) {
    let paper = issue.publication
    xml.element("mods:originInfo") {
      if let place = paper.place {
        xml.element("mods:place") { xml.leaf("mods:placeTerm", ["type": "text"], text: place) }
      }
      xml.leaf("mods:publisher", text: paper.publisher)
      xml.leaf("mods:dateIssued", ["encoding": "w3cdtf", "keyDate": "yes"], text: issue.date?.iso)
    }
  }

  private func section(_ xml: XMLWriter, _ id: String, _ content: () -> Void) {
    xml.element("mets:dmdSec", ["ID": id]) {
      xml.element("mets:mdWrap", ["MIMETYPE": "text/xml", "MDTYPE": "MODS"]) {
        xml.element("mets:xmlData") {
          xml.element("mods:mods", ["xmlns:mods": declaresMODS ? Self.namespace : nil], content)
        }
      }
    }
  }

  static let namespace = "http://www.loc.gov/mods/v3"
}
