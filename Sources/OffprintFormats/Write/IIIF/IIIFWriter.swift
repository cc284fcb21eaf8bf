import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Writes issues for IIIF viewers: a manifest with the articles as ranges, and the text as annotations.
public struct IIIFWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("What a file holds: the manifest of an issue, or the annotations of one page.")
    public var unit = IIIFUnit.issue
    @Setting("The URI under which the files are served; those of all parts begin with it. Set your own.")
    public var base = "https://example.org/iiif"
    @Setting(
      "The image service of a page: 'https://example.org/image/{image}', with {image}, {page}, {number}, {issue}.")
    public var image: String? = nil
    @Setting("The version of the Image API that the service has.")
    public var imageVersion = IIIFImageVersion.three
    @Setting("The URI of a licence (Creative Commons) or rights statement (rightsstatements.org), with http.")
    public var rights: String? = nil
    @Setting("Words that viewers must show, such as who holds the original.")
    public var attribution: String? = nil
    @Setting("The text in the manifest: by lines or paragraphs, as links to the files of 'unit: page', or not at all.")
    public var annotations = IIIFText.lines

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "iiif",
    summary: "a IIIF manifest for each issue: pages, articles as ranges, and the text as annotations",
    discussion: """
      The manifest is that of the IIIF Presentation API 3.0. Each page is a canvas of the page's size in pixels, with \
      the image of its service (`image`) or the image that the source names; a page without either is an empty canvas. \
      `structures` has a range for each article, those of a section in one of its own, in reading order; its items are \
      the regions of the canvases in which the article is printed. There are no thumbnails: viewers make them of the \
      image service.

      The text of a page is an AnnotationPage of its canvas: TextualBody with motivation `supplementing`, the place as \
      `#xywh=`, and `textGranularity` of the extension for text. Lines stand as printed, paragraphs as mended text, one \
      for each block that a component has lines in. `annotations: linked` leaves them in files of their own: the same \
      writer with `unit: page`, its path such that BASE/ISSUE/annotations/NUMBER.json leads to them; by lines.

      URIs are BASE/ISSUE and manifest.json, canvas/NUMBER, annotations/NUMBER.json, range/ARTICLE; NUMBER is the \
      page's place in the issue. They stay the same as long as `base` and the ids do. Text pages have canvases of their \
      cells. Confidences, labels and flags have no place.
      """,
    fileExtension: "json", needs: [.articles], layout: .files,
    asks: [AskedFact(.rights, settings: ["rights", "attribution"], otherwise: "no manifest says what its rights are")],
    sample: """
      {"@context":["http://iiif.io/api/extension/text-granularity/context.json",\
      "http://iiif.io/api/presentation/3/context.json"],"id":"https://example.org/iiif/tagblatt-1871-03-02/manifest.json",\
      "type":"Manifest","label":{"de":["Tagblatt, no. 51, 1871-03-02"]},…"items":[{"id":"…/canvas/1","type":"Canvas",\
      "height":3508,"width":2480,"items":[{"id":"…/painting/1","type":"AnnotationPage","items":[…]}],"annotations":[…]}],\
      "structures":[{"id":"…/range/articles","type":"Range","label":{"en":["Articles"]},"items":[{"id":"…/range/…TB7-0",\
      "type":"Range","label":{"de":["Feuer am Hafen"]},"items":[{"type":"SpecificResource","source":{"id":"…/canvas/1",\
      "type":"Canvas"},"selector":{"type":"FragmentSelector","value":"xywh=210,480,680,940"}}]}]}]}
      """,
    fields: [
      .init("id of all parts", "setting 'base', the issue's id, the page's number or the article's id"),
      .init("label", "title, number and date"),
      .init("metadata", "title, date, volume, number, edition, ISSN, publisher, place, OCR program, Offprint"),
      .init("navDate", "the printed date, if it has a day"),
      .init(
        "rights, requiredStatement", "settings 'rights' and 'attribution'; else terms and notice of 'publication:'"),
      .init("provider", "the provider of 'publication:', if it has a URI"),
      .init("Canvas/label, height, width", "the page's printed number, its size in pixels"),
      .init("painting body, service", "settings 'image' and 'image_version'; else the source's image"),
      .init("Range/label", "the article's headline; else the beginning of its text"),
      .init("Range/items", "regions of the article by page and column"),
      .init("supplementing body", "lines as printed, or paragraphs mended, with their language"),
      .init("supplementing target", "the box of the line or paragraph"),
    ])

  public var unit: ProductUnit { settings.unit == .issue ? .issue : .page }
  private let settings: Settings

  /// - Throws: `OP403` if `base`, `image` or `rights` is no web address.
  public init(_ settings: Settings) throws {
    for (name, uri) in [("base", settings.base), ("image", settings.image), ("rights", settings.rights)] {
      guard let uri, !Self.isWebAddress(uri) else { continue }
      throw Diagnostic(.writerSetting, "'\(name)' begins with http:// or https:// and has no spaces, not '\(uri)'")
    }
    self.settings = settings
  }

  public func products(for issue: Issue) throws -> [Product] {
    let names = IIIFNames(settings, issue)
    switch settings.unit {
    case .issue:
      let manifest = IIIFManifest(index: IssueIndex(issue), names: names, settings: settings)
      return [Product(.issue, manifest.bytes)]
    case .page:
      return issue.pages.indices.map { page in
        var record = JSONRecord()
        record.object { record in
          Self.context(&record, withText: true)
          IIIFAnnotations(names: names, page: page, grain: settings.annotations.grain ?? .lines).write(&record)
        }
        return Product(.page(page), record.bytes + [0x0A])
      }
    }
  }

  /// The contexts of a file; that of the Presentation API is the last, as it asks.
  static func context(_ record: inout JSONRecord, withText: Bool) {
    let own = "http://iiif.io/api/presentation/3/context.json"
    guard withText else { return record.member("@context", own) }
    record.array("@context", ["http://iiif.io/api/extension/text-granularity/context.json", own]) { $0.element($1) }
  }

  private static func isWebAddress(_ uri: String) -> Bool {
    (uri.hasPrefix("https://") || uri.hasPrefix("http://")) && !uri.contains(where: \.isWhitespace)
  }
}

public enum IIIFUnit: String, SettingChoice {
  case issue, page
}

public enum IIIFImageVersion: String, SettingChoice {
  case three = "3"
  case two = "2"
}

/// How much of the text an annotation holds, and where the annotations are.
public enum IIIFText: String, SettingChoice {
  case lines, paragraphs, linked, none

  /// nil where the manifest holds no text.
  var grain: IIIFText? { self == .lines || self == .paragraphs ? self : nil }
}
