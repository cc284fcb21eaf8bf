import OffprintKit

/// Reads a file of phrases that an operator adds: a kind, a tab and a phrase on each line; empty lines are skipped.
enum ExtraPhrases {
  static func read(_ path: String) throws -> [(kind: NoticeKind, phrase: String)] {
    let text = String(decoding: try SourceFile.read(path), as: UTF8.self)
    var found: [(NoticeKind, String)] = []
    var faults = Diagnostics()
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      let parts = line.split(separator: "\t", maxSplits: 1)
      let place = SourcePlace(
        file: path, line: index + 1, column: 1, length: parts.first?.count ?? 1, text: String(line))
      guard let word = parts.first, let kind = NoticeKind(rawValue: String(word)) else {
        faults.add(.unknownKind(String(parts.first ?? ""), at: place))
        continue
      }
      guard parts.count == 2, parts[1].contains(where: \.isLetter) else {
        faults.add(.missingPhrase(at: place))
        continue
      }
      found.append((kind, String(parts[1])))
    }
    try faults.throwIfErrors()
    return found
  }
}

extension Diagnostic {
  fileprivate static func unknownKind(_ word: String, at place: SourcePlace) -> Diagnostic {
    let kinds = NoticeKind.allCases.map(\.rawValue)
    return Diagnostic(
      .wordListBroken, "'\(word)' is no kind of notice", at: place, fix: NearestName.question(word, among: kinds),
      notes: [.init("kinds", kinds.joined(separator: ", ")), .init("form", "kind, tab, phrase")])
  }

  fileprivate static func missingPhrase(at place: SourcePlace) -> Diagnostic {
    Diagnostic(.wordListBroken, "no phrase stands behind the kind", at: place, fix: "write a tab and a phrase")
  }
}
