/// A check that a text of HTML closes what it opens, in the right order, and has no bare `&` or `<`.
enum Markup {
  /// nil if all is well.
  static func fault(in html: String) -> String? {
    var open: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      if rest[start] == "&" {
        guard let end = rest[start...].firstIndex(of: ";"), rest.distance(from: start, to: end) <= 6 else {
          return "a bare & in \(rest[start...].prefix(40))"
        }
        rest = rest[end...].dropFirst()
        continue
      }
      guard let end = rest[start...].firstIndex(of: ">") else { return "an open tag at the end" }
      let tag = rest[start...end].dropFirst().dropLast()
      rest = rest[end...].dropFirst()
      if tag.count(where: { $0 == "\"" }) % 2 == 1 { return "an open attribute in \(tag)" }
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return "\(name) closes what is not open" }
      } else if !tag.hasSuffix("/"), !tag.hasPrefix("!"), name != "meta" {
        open.append(name)
      }
    }
    return open.isEmpty ? nil : "not closed: \(open)"
  }
}

extension String {
  /// How often a part stands in it.
  func components(of part: String) -> Int { ranges(of: part).count }
}
