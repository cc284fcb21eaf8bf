import OffprintKit
import OffprintModel
import OffprintXML

/// Some pages of an issue as one hOCR file.
struct HOCRDocument {
  let issue: Issue
  /// Indices in the issue's pages.
  let pages: [Int]
  let mends: Bool

  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    let language = LanguageTag.usable(issue.language)
    xml.element(
      "html", ["xmlns": "http://www.w3.org/1999/xhtml", "xml:lang": language, "lang": language]
    ) {
      head(xml)
      xml.element("body") {
        for page in pages { HOCRPage(issue: issue, place: page, mends: mends, xml: xml).write() }
      }
    }
    return try xml.finish()
  }

  private func head(_ xml: XMLWriter) {
    let title = [issue.publication.title ?? issue.id, issue.date?.iso].compactMap { $0 }.joined(separator: ", ")
    let systems = [issue.ocrSoftware, "Offprint \(offprintVersion)"].compactMap { $0 }.joined(separator: "; ")
    xml.element("head") {
      xml.leaf("title", text: RunningText(cleaning: title).utf8)
      xml.element("meta", ["http-equiv": "Content-Type", "content": "text/html; charset=utf-8"])
      xml.element("meta", ["name": "ocr-system", "content": systems])
      xml.element("meta", ["name": "ocr-capabilities", "content": Self.capabilities])
      xml.element("meta", ["name": "ocr-number-of-pages", "content": String(pages.count)])
      if !languages.isEmpty {
        xml.element("meta", ["name": "ocr-langs", "content": languages.joined(separator: " ")])
      }
    }
  }

  private var languages: [String] {
    var found: [String] = []
    let all = issue.articles.map(issue.language(of:)) + pages.map { issue.pages[$0].language } + [issue.language]
    for case let tag? in all.map(LanguageTag.usable) where !found.contains(tag) { found.append(tag) }
    return found
  }

  private static let capabilities =
    "ocr_page ocr_section ocr_title ocr_author ocr_caption ocr_table ocr_header ocr_footer ocr_carea ocr_par "
    + "ocr_line ocrx_word ocrp_wconf ocr_photo ocr_separator"
}
