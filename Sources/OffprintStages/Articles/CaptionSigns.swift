import OffprintKit

/// Tells the text of a picture by its own words.
enum CaptionSigns {
  private static let unspacedEnds = ["图", "摄", "摄影", "供图", "图片", "资料图", "资料图片", "圖", "攝", "攝影", "写真"]
  private static let unspacedStarts = ["图为", "图：", "图一", "上图", "下图", "左图", "右图", "圖為", "△", "▲"]
  private static let spacedStarts = [
    "photo ", "photo:", "photo.", "photograph", "our photograph", "picture shows", "cliché", "notre cliché", "phot.",
    "fig.", "abb.", "bild:", "unser bild", "foto:", "foto ", "nos gravures", "our illustration",
  ]

  private static let initials = SignSet(spacedStarts.compactMap(\.unicodeScalars.first))
  private static let unspacedInitials = SignSet(unspacedStarts.compactMap(\.unicodeScalars.first))
  private static let unspacedFinals = SignSet(unspacedEnds.compactMap(\.unicodeScalars.last))

  /// False if the text cannot begin like a caption in spaced writing.
  static func mayOpen(_ scalars: [Unicode.Scalar]) -> Bool {
    let first = scalars.first { $0 != "(" && $0 != "（" && $0 != "\u{3000}" && $0 != ")" && $0 != "）" }
    return first.flatMap { Unicode.Scalar(Letters.lower($0.value)) }.map(initials.contains) ?? false
  }

  static func isCaption(_ scalars: [Unicode.Scalar], isUnspaced: Bool) -> Bool {
    if !isUnspaced, !mayOpen(scalars) { return false }
    let bare = scalars.filter { $0 != "（" && $0 != "）" && $0 != "(" && $0 != ")" && $0 != "\u{3000}" }
    guard !bare.isEmpty, bare.count <= 160 else { return false }
    if isUnspaced {
      let tight = bare.filter { $0 != " " }
      guard let first = tight.first, let last = tight.last, tight.count <= 60,
        unspacedInitials.contains(first) || unspacedFinals.contains(last)
      else { return false }
      let text = Phrase.string(tight)
      return unspacedEnds.contains { text.hasSuffix($0) } || unspacedStarts.contains { text.hasPrefix($0) }
    }
    let text = Phrase.lowercased(bare.prefix(24))
    return spacedStarts.contains { text.hasPrefix($0) }
  }
}
