import OffprintKit
import OffprintModel

/// The manifest of an issue (IIIF Presentation API 3.0).
struct IIIFManifest {
  let index: IssueIndex
  let names: IIIFNames
  let settings: IIIFWriter.Settings

  private var issue: Issue { index.issue }
  private var language: String? { LanguageTag.usable(issue.language) }

  var bytes: [UInt8] {
    var record = JSONRecord()
    record.object { record in
      IIIFWriter.context(&record, withText: settings.annotations == .lines || settings.annotations == .paragraphs)
      record.member("id", names.manifest)
      record.member("type", "Manifest")
      record.texts("label", in: language, [title])
      metadata(&record)
      record.member("navDate", issue.date.flatMap { $0.day == nil ? nil : OutputTime.start(of: $0) })
      record.member("rights", settings.rights ?? Self.known(issue.issuance.termsURI))
      if let attribution = settings.attribution ?? issue.issuance.rights {
        record.object("requiredStatement") { record in
          record.texts("label", in: "en", ["Attribution"])
          record.texts("value", in: nil, [attribution])
        }
      }
      provider(&record)
      record.array("behavior", ["paged"]) { $0.element($1) }
      record.array("items", issue.pages.indices) { record, page in record.object { canvas(&$0, page) } }
      structures(&record)
    }
    return record.bytes + [0x0A]
  }

  /// The API takes no URI in `rights` but those of these two.
  private static func known(_ uri: String?) -> String? {
    uri.flatMap { $0.contains("//creativecommons.org/") || $0.contains("//rightsstatements.org/") ? $0 : nil }
  }

  /// Who issues the manifest; an Agent must have an address.
  private func provider(_ record: inout JSONRecord) {
    guard let name = issue.issuance.provider, let address = issue.issuance.providerURI else { return }
    record.array("provider", [name]) { record, name in
      record.object { record in
        record.member("id", address)
        record.member("type", "Agent")
        record.texts("label", in: nil, [name])
      }
    }
  }

  private var title: String {
    let parts = [issue.publication.title ?? issue.id, issue.number.map { "no. \($0)" }, issue.date?.iso]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func metadata(_ record: inout JSONRecord) {
    let paper = issue.publication
    let fields: [(String, String?)] = [
      ("Title", paper.title), ("Date", issue.date?.iso), ("Volume", issue.volume), ("Number", issue.number),
      ("Edition", issue.edition), ("ISSN", paper.issn), ("Identifier", paper.identifier),
      ("Publisher", paper.publisher), ("Place", paper.place), ("Language", language), ("Issue", issue.id),
      ("Text recognition", issue.ocrSoftware), ("Articles", "Offprint \(offprintVersion)"),
    ]
    let known = fields.compactMap { label, value in value.map { (label, $0) } }
    record.array("metadata", known) { record, field in
      record.object { record in
        record.texts("label", in: "en", [field.0])
        record.texts("value", in: nil, [field.1])
      }
    }
  }

  private func canvas(_ record: inout JSONRecord, _ page: Int) {
    let size = names.size(page)
    record.member("id", names.canvas(page))
    record.member("type", "Canvas")
    record.texts("label", in: nil, [issue.pages[page].printedNumber])
    record.member("height", size.height)
    record.member("width", size.width)
    record.array("items", [names.painting(page)]) { record, id in
      record.object { record in
        record.member("id", id)
        record.member("type", "AnnotationPage")
        record.array("items", IIIFImage(of: page, names, settings).map { [$0] } ?? []) { record, image in
          record.object { record in
            record.member("id", "\(id)/image")
            record.member("type", "Annotation")
            record.member("motivation", "painting")
            record.object("body") { image.write(&$0, size) }
            record.member("target", names.canvas(page))
          }
        }
      }
    }
    guard settings.annotations != .none else { return }
    record.array("annotations", [page]) { record, page in
      record.object { record in
        if let grain = settings.annotations.grain {
          IIIFAnnotations(names: names, page: page, grain: grain).write(&record)
        } else {
          record.member("id", names.annotations(page))
          record.member("type", "AnnotationPage")
        }
      }
    }
  }

  /// One range with a range for each article, those of a section in one of its own.
  private func structures(_ record: inout JSONRecord) {
    let places = issue.articles.indices.filter { place in
      !issue.articles[place].type.isOfPage && !issue.articles[place].lines.isEmpty
    }
    guard !places.isEmpty else { return }
    var groups: [(section: String?, places: [Int])] = []
    for place in places {
      let section = issue.articles[place].section
      if section != nil, let last = groups.last, last.section == section {
        groups[groups.count - 1].places.append(place)
      } else {
        groups.append((section, [place]))
      }
    }
    record.array("structures", ["\(names.base)/range/articles"]) { record, id in
      record.object { record in
        record.member("id", id)
        record.member("type", "Range")
        record.texts("label", in: "en", ["Articles"])
        record.array("items", groups.enumerated()) { record, item in
          let (number, group) = item
          guard let section = group.section else {
            for place in group.places { record.object { range(&$0, place) } }
            return
          }
          record.object { record in
            record.member("id", "\(names.base)/range/section-\(number + 1)")
            record.member("type", "Range")
            record.texts("label", in: language, [RunningText(cleaning: section).string])
            record.array("items", group.places) { record, place in record.object { range(&$0, place) } }
          }
        }
      }
    }
  }

  private func range(_ record: inout JSONRecord, _ place: Int) {
    let article = issue.articles[place]
    let title = ArticleText(of: article, in: issue).title
    record.member("id", names.range(article))
    record.member("type", "Range")
    record.texts(
      "label", in: LanguageTag.usable(issue.language(of: article)), [title.isEmpty ? article.type.rawValue : title])
    record.array("items", PrintedPart.parts(of: article, in: index)) { record, part in
      record.object { record in
        guard let fragment = IIIFNames.place(part.box) else {
          record.member("id", names.canvas(part.page))
          return record.member("type", "Canvas")
        }
        record.member("type", "SpecificResource")
        record.object("source") { record in
          record.member("id", names.canvas(part.page))
          record.member("type", "Canvas")
        }
        record.object("selector") { record in
          record.member("type", "FragmentSelector")
          record.member("conformsTo", "http://www.w3.org/TR/media-frags/")
          record.member("value", fragment)
        }
      }
    }
  }
}
