/// Running text of an issue: lines read together as the joins say.
extension Issue {
  @inlinable public subscript(line ref: LineRef) -> Line { pages[ref.page].lines[ref.line] }

  /// True if there is such a line.
  public func holds(_ ref: LineRef) -> Bool {
    pages.indices.contains(ref.page) && pages[ref.page].lines.indices.contains(ref.line)
  }

  public func lineName(_ ref: LineRef) -> String { pages[ref.page].lineName(ref.line) }

  /// The names of all lines, made anew each time.
  public var lineNames: Set<String> {
    Set(pages.lazy.flatMap { page in page.lines.indices.lazy.map { page.lineName($0) } })
  }

  /// Appends the name of a line in UTF-8.
  public func appendLineName(_ ref: LineRef, to bytes: inout [UInt8]) {
    precondition(pages.indices.contains(ref.page), "a page of the issue")
    // Looked at where it stands: as an element of the array the page would be copied for each of its lines.
    pages.withUnsafeBufferPointer { $0[ref.page].appendLineName(ref.line, to: &bytes) }
  }

  /// The text of a component as one paragraph: words mended, lines joined.
  public func text(of component: Component) -> String { text(ofLines: component.lines) }

  /// The text of lines read one after the other. Empty lines add nothing. Where no stage decided how two lines meet,
  /// a space stands between them.
  public func text(ofLines refs: [LineRef]) -> String {
    String(decoding: runningText(ofLines: refs).utf8, as: UTF8.self)
  }

  /// The same, with the byte at which each line's own text starts; the second half of a word that was replaced as a
  /// whole starts where the word ends.
  public func runningText(ofLines refs: [LineRef]) -> (utf8: [UInt8], starts: [Int]) {
    var out: [UInt8] = []
    var starts: [Int] = []
    starts.reserveCapacity(refs.count)
    var skip = 0
    // Where the last word that was replaced as a whole starts.
    var replaced = 0
    // Lines that started in what is cut off start where the text ends then.
    func cut(_ count: Int) {
      out.removeLast(count)
      var line = starts.endIndex
      while line > 0, starts[line - 1] > out.count {
        line -= 1
        starts[line] = out.count
      }
    }
    for (index, ref) in refs.enumerated() {
      starts.append(out.count)
      let bytes = self[line: ref].utf8
      guard !bytes.isEmpty else { continue }
      let next = nextLine(after: index, in: refs)
      let join = joins[ref].flatMap { $0.second == next ? $0 : nil }
      let seam = join?.seam ?? .space
      out.append(contentsOf: bytes.dropFirst(skip))
      let isAllReplaced = skip >= bytes.count
      skip = join?.repeatedMarkLength ?? 0
      if let join, let replacement = join.replacement {
        // The halves are replaced: cut the last word here and the first of the next line. A word that is its whole
        // line may be the end of another replacement already; it ends there as it does in its line.
        let second = self[line: join.second].utf8.dropFirst(skip)
        let lastWord = bytes.lastIndex(of: 0x20).map { bytes[($0 + 1)...] } ?? bytes
        // What stands before that word stays, however short the word became.
        let own = isAllReplaced ? replaced : starts[index]
        cut(min(lastWord.count, out.count - own))
        replaced = out.count
        out.append(contentsOf: replacement.utf8)
        skip += (second.firstIndex(of: 0x20) ?? second.endIndex) - second.startIndex
        continue
      }
      if seam == .joined, let join { cut(min(join.markLength, out.count)) }
      if next != nil, seam == .space || seam == .suspended { out.append(0x20) }
    }
    return (out, starts)
  }

  /// The line that is read after one of several: the next that is not empty.
  public func nextLine(after index: Int, in refs: [LineRef]) -> LineRef? {
    refs[(index + 1)...].first { !self[line: $0].isEmpty }
  }

  /// The main headline: the text of the first component of that role; nil if the article has none.
  public func headline(of article: Article) -> String? {
    article.components.first { $0.role == .headline }.map(text(of:))
  }

  /// The numbers of the pages an article stands on, in the order of its lines.
  public func pageNumbers(of article: Article) -> [Int] {
    var seen: [Int] = []
    for ref in article.lines {
      let number = pages[ref.page].number
      if !seen.contains(number) { seen.append(number) }
    }
    return seen
  }
}
