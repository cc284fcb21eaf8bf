import OffprintKit

/// Which way the lines and columns of a page run. Pages that run another way than ours are looked at as if they were
/// turned: what is known of columns, indents and gaps then holds for them too.
enum WritingDirection {
  /// Lines from left to right; columns too.
  case leftToRight
  /// Hebrew, Arabic and the like: columns are read from right to left.
  case rightToLeft
  /// Chinese and Japanese in lines from top to bottom, the first at the right; the bands of a page one under the other.
  case topToBottom

  /// Found by the letters and the shape of the lines.
  init(of page: Page) {
    guard page.unit != .character else {
      self = .leftToRight
      return
    }
    let shapes = page.lines.lazy.filter { $0.box.isKnown && $0.utf8.count >= 6 }
    let upright = shapes.count { $0.box.height > 2 * $0.box.width }
    let letters = Letters(of: page)
    if upright * 2 > shapes.count, letters.chinese * 2 > letters.all {
      self = .topToBottom
    } else {
      self = letters.rightToLeft * 2 > letters.all ? .rightToLeft : .leftToRight
    }
  }

  /// The page as it would be if its lines ran from left to right, one under the other.
  func levelled(_ page: Page) -> Page {
    guard self != .leftToRight else { return page }
    let edge = page.lines.reduce(max(0, page.size.right)) { max($0, $1.box.right) }
    return page.withBoxes { box in
      self == .rightToLeft
        ? Box(left: edge - box.right, top: box.top, right: edge - box.left, bottom: box.bottom)
        : Box(left: box.top, top: edge - box.right, right: box.bottom, bottom: edge - box.left)
    }
  }

  /// The issue with all its pages so.
  static func levelled(_ issue: Issue) -> Issue {
    var issue = issue
    for index in issue.pages.indices {
      let direction = WritingDirection(of: issue.pages[index])
      if direction != .leftToRight { issue.pages[index] = direction.levelled(issue.pages[index]) }
    }
    return issue
  }

  /// For people.
  var sentence: String {
    switch self {
    case .leftToRight: "its lines and columns run from left to right"
    case .rightToLeft: "its letters run from right to left, and so do its columns"
    case .topToBottom: "its lines run from top to bottom, the first at the right"
    }
  }

  /// Letters of a page, by the first bytes of their UTF-8.
  private struct Letters {
    var all = 0
    var rightToLeft = 0
    var chinese = 0

    init(of page: Page) {
      for line in page.lines {
        line.utf8.withUnsafeBufferPointer { bytes in
          for byte in bytes where byte >= 0xC3 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) {
            all += 1
            switch byte {
            // Hebrew, Arabic, Syriac, Thaana, N'Ko: U+05C0 to U+07FF.
            case 0xD7...0xDF: rightToLeft += 1
            // Kana and Chinese characters: U+3000 to U+9FFF.
            case 0xE3...0xE9: chinese += 1
            default: break
            }
          }
        }
      }
    }
  }
}
