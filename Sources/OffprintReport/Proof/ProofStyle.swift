/// The colours of proofs, as classes of CSS: what is right is pale, what differs is strong.
enum ProofStyle {
  /// Articles that differ, told apart. None is green, which is for those that are whole.
  private static let strong = [
    "#f28e2b", "#5b8fd6", "#e15759", "#b07aa1", "#edc948", "#9c755f", "#ff9da7", "#56c1d6", "#7b61d1", "#d65f9e",
  ]
  /// Articles that are whole; neighbours differ a little.
  private static let whole = ["#cfeac8", "#bfe3d0", "#def0c0"]
  /// Articles that nothing is said of.
  private static let quiet = ["#e9e9ee", "#dcdce4", "#efece4"]

  static func strong(_ number: Int) -> String { "c\(number % strong.count)" }
  static func whole(_ number: Int) -> String { "w\(number % whole.count)" }
  static func quiet(_ number: Int) -> String { "q\(number % quiet.count)" }
  /// Furniture and mastheads.
  static let furniture = "f"
  /// Lines that nobody marked.
  static let unmarked = "u"
  /// Lines that came to nothing.
  static let nothing = "n"
  /// The article that is looked at, and the headings in it.
  static let chosen = "x"
  static let chosenHeading = "xh"

  /// The patterns that furniture is hatched with, for small, middling and large pages; every drawing of the file uses
  /// them.
  static let patterns =
    "<svg width=\"0\" height=\"0\" style=\"position:absolute\"><defs>"
    + [14, 28, 56].enumerated().map { size, width in
      """
      <pattern id="hatch\(size)" width="\(width)" height="\(width)" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><rect width="\(width)" height="\(width)" fill="#f6f6f6"/>\
      <rect width="\(width / 4)" height="\(width)" fill="#d6d6d6"/></pattern>
      """
    }.joined() + "</defs></svg>"

  /// The class of a drawing, which says how wide its hatching is.
  static func size(ofWidth width: Int) -> String { width < 1500 ? "z0" : width < 3500 ? "z1" : "z2" }

  static let css =
    base + colours(strong, "c", line: 0.72, area: 0.28) + colours(whole, "w", line: 1, area: 0.55)
    + colours(quiet, "q", line: 1, area: 0.5)

  /// A class for lines, areas and outlines, and one for samples in the legend.
  private static func colours(_ colours: [String], _ name: String, line: Double, area: Double) -> String {
    colours.enumerated().map { number, colour in
      """
      .\(name)\(number){--c:\(colour)}
      .l.\(name)\(number){fill:\(colour);fill-opacity:\(line)}
      .a.\(name)\(number){fill:\(colour);fill-opacity:\(area);stroke:color-mix(in srgb,\(colour) 70%,black)}
      .o-\(name)\(number){stroke:color-mix(in srgb,\(colour) 85%,black)}

      """
    }.joined()
  }

  private static let base = """
    body{font:15px/1.4 system-ui,sans-serif;margin:1.2em;color:#222;background:#fff}
    h1{font-size:1.3em;margin:.2em 0}h2{font-size:1.05em;margin:1.4em 0 .3em}
    p,ul{margin:.4em 0}
    table{border-collapse:collapse;margin:.5em 0}
    th,td{text-align:left;padding:.15em .8em .15em 0;border-bottom:1px solid #ddd;vertical-align:top}
    pre{font-size:13px;line-height:1.35;white-space:pre-wrap}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:1em}
    .one{max-width:1100px}
    figure{margin:0}figcaption{font-size:.9em;color:#555}
    .page{width:100%;height:auto;border:1px solid #999;background:#fdfdfb;display:block}
    .legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2em 1.6em}
    .s{display:inline-block;width:1.6em;height:1em;vertical-align:-.15em;margin-right:.4em;border:1px solid #888;\
    background:var(--c,#fff)}
    .b{display:inline-block;min-width:1.4em;text-align:center;border-radius:.4em;background:var(--c,#ddd);padding:0 .3em;\
    color:#000;font-weight:600}
    .l,.a{vector-effect:non-scaling-stroke;stroke-width:0}
    .a{stroke-width:1.2}
    .o{stroke-width:1.6}
    .z0 .f{fill:url(#hatch0)}.z1 .f{fill:url(#hatch1)}.z2 .f{fill:url(#hatch2)}
    .s.f{background:repeating-linear-gradient(45deg,#f6f6f6 0 4px,#d6d6d6 4px 6px)}
    .l.u{fill:#d4d4d4}.s.u{background:#d4d4d4}
    .l.n{fill:#fff;stroke:#c00;stroke-width:1.2;stroke-dasharray:3 2}.s.n{background:#fff;border:1.5px dashed #c00}
    .o-u{stroke:#777;stroke-dasharray:4 2}
    .l.x{fill:#f9b464}.l.xh{fill:#f28e2b}.a.x{fill:#f9b464;fill-opacity:.3;stroke:#b35c00;stroke-width:2}
    .s.x{background:#f9b464}.s.xh{background:#f28e2b}
    .t{font-family:Georgia,serif;fill:#333;white-space:pre;pointer-events:none}
    .h{font-family:Georgia,serif;fill:#000;font-weight:700;white-space:pre;pointer-events:none}
    .m .t,.m .h{font-family:ui-monospace,monospace}
    .k{font-family:system-ui,sans-serif;font-weight:700;fill:#000;text-anchor:middle;pointer-events:none}
    .kb{fill:#fff;stroke:#222;stroke-width:1.2;vector-effect:non-scaling-stroke}
    .kb.go{stroke:#888;stroke-width:.8}.k.go{font-weight:400}
    details{margin:.4em 0}summary{cursor:pointer;font-weight:600}

    """
}
