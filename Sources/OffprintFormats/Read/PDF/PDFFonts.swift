import OffprintModel
import OffprintXML

/// The fonts of runs of text, as `pdftohtml -xml` gives them, by page.
struct PDFFontsHandler: XMLHandler {
  static let vocabulary = [
    "text", "top", "left", "width", "height", "font", "fontspec", "id", "size", "family", "page", "b", "i",
  ]

  struct Run {
    var box: PDFBox
    var style: TextStyle
  }

  /// How much larger than points the figures are.
  let zoom: Double
  private(set) var pages: [PDFRuns] = []
  private var fonts: [String: TextStyle] = [:]

  init(zoom: Double) { self.zoom = zoom }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    switch element {
    case 0: addRun(attributes)
    case 6:
      guard let id = attributes[7]?.string else { return }
      let family = attributes[9]?.string ?? ""
      let words = family.lowercased()
      let size = (attributes[8]?.double ?? 0) / zoom
      fonts[id] = TextStyle(
        size: size > 0 && size < 1000 ? (size * 10).rounded() / 10 : 0,
        isBold: words.contains("bold") || words.contains("black") || words.contains("heavy"),
        isItalic: words.contains("italic") || words.contains("oblique"), family: Self.plain(family))
    case 10: pages.append(PDFRuns())
    // Emphasis stands inside of the run that it is for.
    case 11: pages.indices.last.map { pages[$0].emphasise(bold: true) }
    case 12: pages.indices.last.map { pages[$0].emphasise(bold: false) }
    default: break
    }
  }

  private mutating func addRun(_ attributes: XMLAttributes) {
    guard let page = pages.indices.last, let top = attributes[1]?.double, let left = attributes[2]?.double,
      let width = attributes[3]?.double, let height = attributes[4]?.double
    else { return }
    let style = attributes[5].flatMap { fonts[$0.string] } ?? TextStyle()
    pages[page].add(
      Run(
        box: PDFBox(left: left / zoom, top: top / zoom, right: (left + width) / zoom, bottom: (top + height) / zoom),
        style: style))
  }

  /// Without the six letters and the `+` that stand before the name of a font of which only a part is in the file.
  private static func plain(_ family: String) -> String? {
    let parts = family.split(separator: "+", maxSplits: 1)
    let isPart = parts.count == 2 && parts[0].utf8.count == 6 && parts[0].allSatisfy(\.isUppercase)
    let name = isPart ? String(parts[1]) : family
    return name.isEmpty ? nil : name
  }
}

/// The runs of a page, by the height at which they stand.
struct PDFRuns {
  private var runs: [PDFFontsHandler.Run] = []
  private var rows: [Int: [Int]] = [:]
  private static let row = 12.0

  mutating func add(_ run: PDFFontsHandler.Run) {
    guard max(abs(run.box.top), abs(run.box.bottom)) < 1e6, run.box.bottom >= run.box.top else { return }
    // A run so high that it goes over hundreds of rows is no line of text.
    let (first, last) = (Int(run.box.top / Self.row), Int(run.box.bottom / Self.row))
    for row in first...min(last, first + 200) { rows[row, default: []].append(runs.count) }
    runs.append(run)
  }

  /// Makes the last run bold or italic.
  mutating func emphasise(bold: Bool) {
    guard let last = runs.indices.last else { return }
    if bold { runs[last].style.isBold = true } else { runs[last].style.isItalic = true }
  }

  /// The style of the run that a word stands in: the lowest of those around its middle.
  func style(of box: PDFBox) -> TextStyle? {
    let (x, y) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    guard abs(y) < 1e6 else { return nil }
    var best: PDFFontsHandler.Run?
    for index in rows[Int(y / Self.row)] ?? [] {
      let run = runs[index]
      guard run.box.left - 1 <= x, x <= run.box.right + 1, run.box.top - 1 <= y, y <= run.box.bottom + 1 else {
        continue
      }
      if let known = best, known.box.bottom - known.box.top <= run.box.bottom - run.box.top { continue }
      best = run
    }
    return best?.style
  }
}
