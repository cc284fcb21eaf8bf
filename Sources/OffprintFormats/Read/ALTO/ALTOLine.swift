import OffprintModel

/// What is to be remembered of the open line until its end.
struct ALTOLine {
  /// The style the line has by itself or from its block.
  var style = 0
  private var styles = PrevailingStyle()
  var words = 0
  /// The place of the last word, to see whether the next one touches it.
  var lastBox = Box.unknown
  /// True if an SP stands after the last word.
  var hasSpace = false
  /// The mark of a HYP element, which counts as the line's own only if no word follows it.
  var mark: [UInt8] = []
  /// True if the element did not say which mark it is.
  var isMarkAssumed = false
  /// SUBS_CONTENT of the last word, if it is the first half of a broken one; empty if the source has no whole word.
  var firstHalf: [UInt8]?

  mutating func begin(style: Int) {
    self.style = style
    styles.removeAll()
    words = 0
    lastBox = .unknown
    hasSpace = false
    mark = []
    isMarkAssumed = false
    firstHalf = nil
  }

  mutating func count(style: Int) { styles.count(style) }

  /// The most frequent style of the words; the line's own if it has no words.
  var prevailingStyle: Int { styles.style ?? style }

  /// True if a word at `box` goes on the last word without a space: no SP between them in a file that has SPs, and
  /// their boxes touch or nearly so (an eighth of the height either way). Many files leave out an SP where the image
  /// clearly has a space, so that its absence alone says nothing.
  func touches(_ box: Box, inFileWithSpaces: Bool) -> Bool {
    guard inFileWithSpaces, !hasSpace, words > 0, box.isKnown, lastBox.isKnown else { return false }
    let gap = box.left - lastBox.right
    return abs(gap) * 8 <= max(box.height, lastBox.height)
  }
}
