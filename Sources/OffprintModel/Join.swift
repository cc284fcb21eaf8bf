/// What stands between a line and the next one of the same component when they are read as running text.
public enum Seam: String, Hashable, Sendable, CaseIterable {
  /// A space, as between any two words.
  case space
  /// The break mark goes and the halves are one word: `Zei-` `tung` is `Zeitung`.
  case joined
  /// The mark is the word's own hyphen and the halves stay together: `Saint-` `Denis` is `Saint-Denis`.
  case hyphenKept = "hyphen-kept"
  /// The mark stays and a space follows: `Reichs-` `und Staatsanzeiger`.
  case suspended
  /// The lines meet without a space, as in Chinese and Japanese.
  case closed
}

/// How the end of a line meets the next line of its component. The printed form is kept: both lines stay as they are.
public struct Join: Hashable, Sendable {
  public var first: LineRef
  public var second: LineRef
  public var seam: Seam
  /// Bytes of the break mark at the end of the first line; 0 if there is none.
  public var markLength: Int
  /// The word that the halves make together, punctuation included, when it is not simply the halves without the mark:
  /// German `k-k` for `ck`, for example. It ends as the first word of the second line does.
  public var replacement: String?
  /// Bytes at the start of the second line that are left out: a quotation mark that the typesetter set anew at each
  /// line of a quotation, with the space after it. Within a word it has no place.
  public var repeatedMarkLength: Int
  /// 0...1.
  public var confidence: Double

  public init(
    first: LineRef, second: LineRef, seam: Seam, markLength: Int, replacement: String? = nil,
    repeatedMarkLength: Int = 0, confidence: Double
  ) {
    self.first = first
    self.second = second
    self.seam = seam
    self.markLength = markLength
    self.replacement = replacement
    self.repeatedMarkLength = repeatedMarkLength
    self.confidence = confidence
  }
}
