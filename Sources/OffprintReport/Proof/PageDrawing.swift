import OffprintKit

/// One page as a drawing, true to the boxes of its lines.
struct PageDrawing {
  /// How a line looks. The looks are classes of `ProofStyle`.
  struct LineLook {
    var fill: String
    /// Drawn around the line where it says something that the fill does not.
    var outline: String?
    var isHeading = false
    /// Shown when the pointer rests on the line, before its text.
    var about: String
  }

  /// A part of the page that is one article's.
  struct Area {
    var run: ArticleRuns.Run
    var look: String
    /// Stands at the upper left corner.
    var number: String
    var about: String
  }

  let page: Page
  var areas: [Area]
  /// By line.
  var looks: [LineLook]

  /// How many lines have no place and cannot be drawn, behind the page's name; empty if all have one.
  var unplacedWords: String {
    let count = page.lines.count { !$0.isEmpty && !$0.box.isKnown }
    switch count {
    case 0: return ""
    case 1: return "; 1 line has no place and is not drawn"
    default: return "; \(count) lines have no place and are not drawn"
    }
  }

  /// An `svg` element.
  var svg: String {
    let scale = PageScale(page)
    let frame = scale.frame
    let name = HTMLText.escaped("page \(page.number)")
    let view = "\(frame.left) \(frame.top) \(frame.width) \(frame.height)"
    let look = "page \(ProofStyle.size(ofWidth: frame.width))\(scale.isText ? " m" : "")"
    // Text is not drawn larger than it is read.
    let limit = scale.isText ? " style=\"max-width:\(frame.width)px\"" : ""
    var out = "<svg class=\"\(look)\"\(limit) viewBox=\"\(view)\" role=\"img\" aria-label=\"\(name)\">\n"
    for area in areas { out += shape(of: area, scale) }
    for (line, look) in zip(page.lines, looks) { out += shape(of: line, look, scale) }
    for area in areas { out += number(of: area, scale) }
    return out + "</svg>\n"
  }

  private func shape(of area: Area, _ scale: PageScale) -> String {
    guard let box = scale.box(area.run.box) else { return "" }
    let margin = max(1, scale.frame.width / 400)
    let wide = Box(
      left: box.left - margin, top: box.top - margin, right: box.right + margin, bottom: box.bottom + margin)
    return "<rect class=\"a \(area.look)\" \(Self.place(wide))><title>\(HTMLText.escaped(area.about))</title></rect>\n"
  }

  private func shape(of line: Line, _ look: LineLook, _ scale: PageScale) -> String {
    guard let box = scale.box(line.box), box.width > 0, box.height > 0 else { return "" }
    let outline = look.outline.map { " o o-\($0)" } ?? ""
    let text = line.text
    let tip = HTMLText.escaped(look.about + "\n" + text)
    var out = "<rect class=\"l \(look.fill)\(outline)\" \(Self.place(box))><title>\(tip)</title></rect>"
    if !text.isEmpty {
      let size = max(1, box.height * (scale.isText ? 7 : 8) / 10)
      let baseline = box.bottom - box.height * 22 / 100
      out +=
        "<text class=\"\(look.isHeading ? "h" : "t")\" x=\"\(box.left)\" y=\"\(baseline)\" font-size=\"\(size)\""
        + " textLength=\"\(box.width)\" lengthAdjust=\"spacingAndGlyphs\">\(HTMLText.escaped(text))</text>"
    }
    return out + "\n"
  }

  /// Where the article begins, and smaller where it goes on after a gap. It stands left of and above the corner, so
  /// that it hides no beginning of a headline.
  private func number(of area: Area, _ scale: PageScale) -> String {
    guard let box = scale.box(area.run.box) else { return "" }
    let isFirst = area.run.isFirst
    let text = isFirst ? area.number : "…\(area.number)"
    let size = scale.numberSize * (isFirst ? 10 : 8) / 10
    let width = size * (5 + 6 * text.count) / 10
    let height = size * 6 / 5
    let badge = Box(
      x: max(scale.frame.left, box.left - width * 3 / 4), y: max(scale.frame.top, box.top - height * 3 / 4),
      width: width, height: height)
    return
      "<rect class=\"kb\(isFirst ? "" : " go")\" rx=\"\(size / 3)\" \(Self.place(badge))/>"
      + "<text class=\"k\(isFirst ? "" : " go")\" x=\"\(badge.centreX)\" y=\"\(badge.top + size * 19 / 20)\""
      + " font-size=\"\(size)\">\(HTMLText.escaped(text))</text>\n"
  }

  private static func place(_ box: Box) -> String {
    "x=\"\(box.left)\" y=\"\(box.top)\" width=\"\(box.width)\" height=\"\(box.height)\""
  }
}
