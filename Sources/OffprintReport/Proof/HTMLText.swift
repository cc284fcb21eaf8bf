/// Text of documents in HTML and SVG.
enum HTMLText {
  /// Escaped for text and for attributes in double quotes. Characters that HTML has no place for become U+FFFD.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n": out.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// `<name class="…">…</name>` around what is HTML already.
  static func element(_ name: String, class look: String? = nil, _ content: String) -> String {
    "<\(name)\(look.map { " class=\"\($0)\"" } ?? "")>\(content)</\(name)>"
  }

  /// A table from cells that are HTML already, the first row its head.
  static func table(_ rows: [[String]]) -> String {
    let lines = rows.enumerated().map { number, row in
      "<tr>" + row.map { element(number == 0 ? "th" : "td", $0) }.joined() + "</tr>\n"
    }
    return "<table>\n\(lines.joined())</table>\n"
  }
}
