import OffprintKit

/// A paragraph of the flow as segmentation looks at it: what it says, how it is set, and what it seems to be.
struct ReadingUnit {
  enum Kind {
    /// Set like a headline: short, not a sentence, or larger than the text around.
    case heading
    case byline
    /// By its own words the text of a picture.
    case caption
    /// Text that goes on from or to another page says so here.
    case jump(JumpNotice)
    case text
  }

  var page: Int
  var lines: [LineRef]
  var kind: Kind = .text
  /// The words with a space between lines (none in Chinese and Japanese), break marks dropped.
  var scalars: [Unicode.Scalar]
  /// Letters, digits and signs without spaces.
  var length: Int
  /// Length of each line.
  var lineLengths: [Int]
  /// Empty lines before it on a text page.
  var emptyLinesBefore = 0
  var isUnspaced: Bool
  var isUpperCase: Bool
  var endsSentence: Bool
  /// It begins with a dateline of the kind that opens a report: `本报讯`, `PORT ELLERY, May 12.—`.
  var opensReport: Bool
  /// Height of its lines relative to the text of its page; 1 where the source has no sizes.
  var relativeSize = 1.0
  var isBold = false
  var box: Box = .unknown
  var column: Int?
  /// What kind of block it stands in.
  var blockKind = BlockKind.text
  /// What the source calls the block, such as `Advertisement`.
  var label: String?
  var words: WordSet

  var isHeading: Bool { if case .heading = kind { true } else { false } }
  var isByline: Bool { if case .byline = kind { true } else { false } }
  var isCaption: Bool { if case .caption = kind { true } else { false } }
  var isText: Bool { if case .text = kind { true } else { false } }
  var jump: JumpNotice? { if case .jump(let notice) = kind { notice } else { nil } }

  /// Set as running text rather than broken by sense: the first line is full and the rest wraps. So captions are
  /// set, and headlines are not.
  var isRunIn: Bool {
    guard lineLengths.count > 1, let first = lineLengths.first, let last = lineLengths.last else { return false }
    return first > 20 && Double(last) < 0.55 * Double(first)
  }

  /// How much it looks like a headline of an article rather than a crosshead, 0...1.
  var strength: Double {
    let size = max(0, min(1, (relativeSize - 1.05) / 0.45))
    let weight = isBold ? 0.35 : 0
    let capitals = isUpperCase ? 0.6 : 0
    return min(1, max(isUnspaced ? 0.5 : 0.15, size + weight + capitals))
  }
}
