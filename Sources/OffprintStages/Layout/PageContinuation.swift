import OffprintKit

/// Whether the text of a page begins in the middle of a sentence that the page before left open.
///
/// Looked at are paragraphs of two lines and more, so that folios, jump lines and headings in between do not matter.
/// Only scripts with small letters tell; a Chinese page is never said to go on.
struct PageContinuation {
  /// How many paragraphs from the top, or the bottom, the text may stand at.
  static let depth = 6

  /// The index of the paragraph that goes on; nil if there is none.
  static func paragraph(of page: Page, after previous: Page) -> Int? {
    guard let here = page.flow?.paragraphs, let before = previous.flow?.paragraphs else { return nil }
    guard let last = before.suffix(depth).last(where: { $0.lines.count > 1 })?.lines.last else { return nil }
    guard let first = here.prefix(depth).firstIndex(where: { $0.lines.count > 1 }) else { return nil }
    let ends = LineEnds(previous.lines[last], page.lines[here[first].lines[0]])
    return !ends.endsSentence && ends.nextStartsLowerCase ? first : nil
  }
}
