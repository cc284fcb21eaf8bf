import OffprintModel
import OffprintXML

/// A word, or two that share a part, over the end of a line: both halves as printed and what they make together.
struct BrokenWord {
  let join: Join
  /// The first line's last word, with its mark.
  let first: [UInt8]
  /// The second line's first word.
  let second: [UInt8]
  /// The two as running text has them.
  let word: [UInt8]

  /// - Returns: nil if the lines simply meet, with a space or without one.
  init?(_ join: Join, in issue: Issue) {
    if join.seam == .space || join.seam == .closed { return nil }
    self.join = join
    first = Self.clean(Self.lastWord(of: issue[line: join.first].utf8))
    second = Self.clean(Self.firstWord(of: issue[line: join.second].utf8.dropFirst(join.repeatedMarkLength)))
    if let whole = join.replacement {
      word = XMLText.cleaned(whole.utf8).bytes
    } else {
      word =
        switch join.seam {
        case .joined: Array(first.dropLast(join.markLength)) + second
        case .hyphenKept: first + second
        case .suspended, .space, .closed: first + [0x20] + second
        }
    }
  }

  /// The broken words of an article, in the order of its lines: those that its running text has put together.
  static func all(in article: Article, of issue: Issue) -> [BrokenWord] {
    article.components.flatMap { component in
      component.lines.indices.compactMap { place in
        guard let join = issue.joins[component.lines[place]],
          issue.nextLine(after: place, in: component.lines) == join.second
        else { return nil }
        return BrokenWord(join, in: issue)
      }
    }
  }

  private static func lastWord(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = line.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? line.startIndex
    let start = line[..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? line.startIndex
    return line[start..<end]
  }

  private static func firstWord(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
  }

  private static func clean(_ word: ArraySlice<UInt8>) -> [UInt8] { XMLText.cleaned(word).bytes }
}
