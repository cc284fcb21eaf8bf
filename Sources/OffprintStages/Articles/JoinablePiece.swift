import OffprintKit

/// A piece of an article, as far as it must be known to join it with what stands on other pages.
protocol JoinablePiece {
  var firstLine: LineRef? { get }
  var firstPage: Int { get }
  var lastPage: Int { get }
  var hasHeadline: Bool { get }
  var startsWithText: Bool { get }
  /// Its last paragraph does not end like a sentence.
  var endsMidSentence: Bool { get }
  func notice(_ direction: JumpNotice.Direction) -> JumpNotice?
  /// The share of the heading's words (of all words, if there is no heading) that the other piece has.
  func likeness(to other: Self) -> Double
  /// Adds what stands on a later page.
  mutating func append(_ other: Self)
}
