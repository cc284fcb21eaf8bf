import OffprintKit
import OffprintModel

/// What a catalogue is made of: a line of JSON for an issue or an article, its members named as the columns.
enum CatalogueRecord {
  static let issue = "issue"
  static let article = "article"

  static func line(of issue: Issue) -> [UInt8] {
    var record = JSONRecord()
    record.object { record in
      record.object("issue") { record in
        record.member("id", issue.id)
        record.member("title", issue.publication.title)
        record.member("title_id", issue.publication.identifier)
        record.member("issn", issue.publication.issn)
        record.member("place", issue.publication.place)
        record.member("date", issue.date?.iso)
        record.member("volume", issue.volume)
        record.member("number", issue.number)
        record.member("edition", issue.edition)
        record.member("language", LanguageTag.usable(issue.language))
        record.member("provider", issue.issuance.provider)
        record.member("licence", issue.issuance.termsURI)
        record.member("source", issue.sources.first)
        record.array("pages", issue.pages) { record, page in
          record.object { record in
            record.member("issue", issue.id)
            record.member("sequence", page.number)
            record.member("number", page.printedNumber)
            record.member("file", page.file)
            record.member("image", page.image)
            guard page.size.isKnown else { return }
            record.member("width", page.size.width)
            record.member("height", page.size.height)
          }
        }
      }
    }
    return record.bytes + [0x0A]
  }

  static func line(of place: Int, in index: IssueIndex) -> [UInt8] {
    let issue = index.issue
    let article = issue.articles[place]
    let text = ArticleText(of: article, in: issue)
    var count = TextCount()
    for part in text.parts { count.add(part.text.string) }
    let byline = text.parts.first { $0.role == .byline }?.text
    let parts = PrintedPart.parts(of: article, in: index)
    var record = JSONRecord()
    record.object { record in
      record.object("article") { record in
        record.member("id", article.id)
        record.member("issue", issue.id)
        record.member("type", article.type.rawValue)
        record.member("headline", text.headline.isEmpty ? nil : text.headline)
        if let byline { record.text("byline", byline.utf8) }
        record.member("section", article.section)
        record.member("language", LanguageTag.usable(issue.language(of: article)))
        record.member("found_by", article.origin == .found ? "offprint" : "publisher")
        record.member("first_page", parts.first.map { issue.pages[$0.page].number })
        record.member("words", count.words)
        record.member("lines", article.lines.count)
        record.share("confidence", RecognitionConfidence(of: article, in: issue).mean)
        record.text("text", Array(text.parts.map(\.text.utf8).joined(separator: [0x0A, 0x0A])))
        record.array("regions", parts) { record, part in
          record.object { record in
            record.member("page", issue.pages[part.page].number)
            guard part.box.isKnown else { return }
            record.member("x", part.box.left)
            record.member("y", part.box.top)
            record.member("width", part.box.width)
            record.member("height", part.box.height)
          }
        }
      }
    }
    return record.bytes + [0x0A]
  }
}
