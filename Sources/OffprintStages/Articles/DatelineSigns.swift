import OffprintKit

/// Tells a paragraph that opens a report, by the dateline it begins with.
enum DatelineSigns {
  /// Chinese and Japanese: who reports and how, as `本报讯`, `新华社北京5月3日电`, `（记者…`.
  private static let agencies = [
    "本报", "本刊", "新华社", "中新社", "中新网", "本台", "本社", "中央社", "新华网", "人民网", "共同社", "本報", "新華社", "中央社",
  ]
  /// How all that open a report in unspaced writing begin: nearly no text does.
  private static let beginnings = SignSet(agencies.compactMap(\.unicodeScalars.first) + ["据", "據", "记"])
  private static let reports: SignSet = "讯电訊電"

  /// The text begins with the name of an agency and the word for a report, as a dateline does and no byline.
  static func beginsWithAgency(_ text: String) -> Bool {
    agencies.contains { agency in
      guard text.hasPrefix(agency) || text.hasPrefix("据" + agency) else { return false }
      let next = text.dropFirst(agency.count).unicodeScalars.first
      return next.map(reports.contains) ?? false
    }
  }

  /// False if the text cannot open a report in spaced writing: most lines have no figure and dash near their beginning.
  static func mayOpenReport(_ text: ArraySlice<UInt8>) -> Bool {
    var hasFigure = false
    for byte in text.prefix(180) {
      if (0x30...0x39).contains(byte) { hasFigure = true }
      if hasFigure, byte == 0x2D || byte == 0xE2 { return true }
    }
    return false
  }

  static func opensReport(_ scalars: [Unicode.Scalar], isUnspaced: Bool) -> Bool {
    isUnspaced ? opensUnspaced(scalars) : opensSpaced(scalars)
  }

  /// The bracket that closes what this one opens; nil for what may not stand around a dateline.
  static func closing(of bracket: Unicode.Scalar) -> Unicode.Scalar? {
    switch bracket {
    case "（": "）"
    case "(": ")"
    case "【": "】"
    case "〔": "〕"
    case "［": "］"
    default: nil
    }
  }

  /// `【記者…報導】`: brackets at the head of a text, with the writer or the agency in them and the text behind them.
  private static func opensWithBrackets(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let bracket = scalars.first, let closing = closing(of: bracket) else { return false }
    guard let end = scalars.prefix(30).firstIndex(of: closing), end + 1 < scalars.count else { return false }
    let inside = Phrase.string(scalars[1..<end].filter { $0 != " " })
    return inside.contains("记者") || inside.contains("記者") || agencies.contains(where: inside.hasPrefix)
  }

  private static func isOfHead(_ sign: Unicode.Scalar) -> Bool {
    sign != " " && sign != "\u{3000}" && sign != "【" && sign != "（"
  }

  private static func opensUnspaced(_ scalars: [Unicode.Scalar]) -> Bool {
    if opensWithBrackets(scalars) { return true }
    guard let first = scalars.prefix(30).first(where: isOfHead), beginnings.contains(first) else { return false }
    let head = scalars.prefix(30).filter(isOfHead)
    let text = Phrase.string(head)
    if agencies.contains(where: { text.hasPrefix($0) || text.hasPrefix("据" + $0) || text.hasPrefix("據" + $0) }) {
      return head.prefix(24).contains(where: reports.contains)
    }
    return text.hasPrefix("记者") && text.contains("报道")
  }

  /// `PORT ELLERY, May 12.—The …`: a place, a date, and a dash before the text.
  private static func opensSpaced(_ scalars: [Unicode.Scalar]) -> Bool {
    let head = Array(scalars.prefix(60))
    guard let dash = head.firstIndex(where: { $0 == "—" || $0 == "–" || $0 == "-" }), dash >= 4 else { return false }
    let before = head[..<dash]
    guard head[0].properties.isUppercase, before.contains(where: { ("0"..."9").contains($0) }) else { return false }
    guard before.contains(",") || before.contains(".") else { return false }
    let next = head[(dash + 1)...].first { $0 != " " && $0 != "-" && $0 != "—" }
    return next?.properties.isUppercase == true && before.last.map { $0 == "." || $0 == " " || $0 == ")" } == true
  }
}
