import OffprintModel

/// The URIs of an issue's parts.
struct IIIFNames {
  /// That of the issue, without a slash at its end.
  let base: String
  let issue: Issue
  private let image: String?

  init(_ settings: IIIFWriter.Settings, _ issue: Issue) {
    var base = settings.base
    while base.hasSuffix("/") { base.removeLast() }
    self.base = "\(base)/\(issue.id)"
    self.issue = issue
    image = settings.image
  }

  var manifest: String { "\(base)/manifest.json" }
  func canvas(_ page: Int) -> String { "\(base)/canvas/\(issue.pages[page].number)" }
  func annotations(_ page: Int) -> String { "\(base)/annotations/\(issue.pages[page].number).json" }
  func painting(_ page: Int) -> String { "\(base)/painting/\(issue.pages[page].number)" }
  func range(_ article: Article) -> String { "\(base)/range/\(article.id)" }

  /// The base URI of the page's image service; nil without the setting `image`.
  func service(_ page: Int) -> String? {
    image.map { pattern in
      let own = issue.pages[page]
      return pattern.replacing("{page}", with: Self.segment(own.name))
        .replacing("{image}", with: Self.segment(own.image ?? own.name))
        .replacing("{issue}", with: issue.id).replacing("{number}", with: String(own.number))
    }
  }

  /// A name as one segment of a path (RFC 3986, section 3.3; the Image API wants `/` escaped).
  private static func segment(_ name: String) -> String {
    ScanReference.uri(name.replacing("%", with: "%25")).replacing("/", with: "%2F").replacing("?", with: "%3F")
  }

  /// The media fragment of a place on a canvas; the whole canvas if the place is not known.
  func target(_ page: Int, _ box: Box) -> String {
    guard let place = Self.place(box) else { return canvas(page) }
    return "\(canvas(page))#\(place)"
  }

  /// `xywh=` with nothing left of the canvas or above it, and at least a pixel wide and high.
  static func place(_ box: Box) -> String? {
    guard box.isKnown else { return nil }
    let (left, top) = (max(0, box.left), max(0, box.top))
    return "xywh=\(left),\(top),\(max(1, box.right - left)),\(max(1, box.bottom - top))"
  }

  /// Width and height of a page's canvas: those of the page, else of what stands on it.
  func size(_ page: Int) -> (width: Int, height: Int) {
    let own = issue.pages[page]
    let box = own.size.isKnown ? own.size : own.blocks.reduce(Box.unknown) { $0.union($1.box) }
    return box.isKnown ? (max(1, box.right), max(1, box.bottom)) : (1000, 1000)
  }
}
