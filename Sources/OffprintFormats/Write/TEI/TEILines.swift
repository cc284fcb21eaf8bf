import OffprintModel
import OffprintXML

/// Writes lines as running text of TEI: words, and a milestone where each line, column and page begins.
///
/// A class since it remembers, over all of a file, which page and column the last line stood in.
final class TEILines {
  private let xml: XMLWriter
  private let index: IssueIndex
  private let lineEnds: LineEnds
  private var page: Int?
  private var column: Int?

  private var issue: Issue { index.issue }

  init(xml: XMLWriter, index: IssueIndex, lineEnds: LineEnds) {
    self.xml = xml
    self.index = index
    self.lineEnds = lineEnds
  }

  /// Writes lines that are read one after the other.
  func write(_ refs: [LineRef]) {
    let lines = placed(refs)
    var at = 0
    // How the last word meets the next; nil before the first. A word that goes on was written with its other half.
    var seam: Seam?
    var isBegun = false
    while at < lines.count {
      let line = lines[at]
      var words = line.words
      if isBegun {
        words = Array(words.dropFirst())
        if !words.isEmpty { xml.text([0x20]) }
      } else {
        if seam == .space, !words.isEmpty { xml.text([0x20]) }
        begin(line.ref, breaking: seam == .closed && !words.isEmpty ? "maybe" : nil)
      }
      isBegun = false
      if let broken = TEIBrokenWord(startingIn: lines[at...]) {
        words.removeLast()
        xml.text(words.joined(separator: [0x20]))
        if !words.isEmpty { xml.text([0x20]) }
        write(broken)
        at += broken.step
        isBegun = true
      } else {
        xml.text(words.joined(separator: [0x20]))
        if !line.words.isEmpty { seam = line.join?.seam == .closed ? .closed : .space }
        at += 1
      }
    }
  }

  /// Marks the beginning of a line, and of its page and column where they are others than those of the line before.
  func begin(_ ref: LineRef, breaking: String? = nil, confidence: Double? = nil) {
    let page = issue.pages[ref.page]
    if self.page != ref.page {
      xml.element(
        "pb", ["n": page.printedNumber, "facs": "#" + TEIPlace.id(ofPage: ref.page), "break": breaking])
      self.page = ref.page
      column = nil
    }
    if let own = index.column(of: ref), own != column {
      xml.element("cb", ["n": String(own + 1), "break": breaking])
      column = own
    }
    let hasZone = page.unit != .character && issue[line: ref].box.isKnown
    xml.element(
      "lb",
      [
        "n": issue.lineName(ref), "facs": hasZone ? "#" + TEIPlace.id(of: ref) : nil, "break": breaking,
        "cert": confidence.map(Decimals.share),
      ])
  }

  private func placed(_ refs: [LineRef]) -> [TEIPlacedLine] {
    var lines = refs.map { ref in
      let bytes = XMLText.cleaned(issue[line: ref].utf8).bytes
      let words = bytes.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      return TEIPlacedLine(ref: ref, words: words, join: nil)
    }
    for at in lines.indices where !lines[at].words.isEmpty {
      guard let join = issue.joins[lines[at].ref],
        let next = lines[(at + 1)...].firstIndex(where: { !$0.words.isEmpty }), lines[next].ref == join.second
      else { continue }
      lines[at].join = join
      let goesOn = join.seam == .joined || join.seam == .hyphenKept
      if goesOn, join.repeatedMarkLength > 0 { lines[next].takeOutMark(join.repeatedMarkLength) }
    }
    return lines
  }

  private func write(_ word: TEIBrokenWord) {
    switch lineEnds {
    case .mended: write(word.mended, word, confidence: word.confidence)
    case .printed: write(word.printed, word, confidence: word.confidence)
    case .both:
      let whole = Array(word.mended.joined())
      guard whole != Array(word.printed.joined()) else {
        return write(word.printed, word, confidence: word.confidence)
      }
      xml.element("choice") {
        xml.mixed("orig") { write(word.printed, word, confidence: nil) }
        xml.leaf("reg", ["cert": Decimals.share(word.confidence)], text: whole)
      }
    }
  }

  private func write(_ pieces: [[UInt8]], _ word: TEIBrokenWord, confidence: Double?) {
    xml.text(pieces[0])
    for (lines, piece) in zip(word.lines, pieces.dropFirst()) {
      for line in lines { begin(line, breaking: "no", confidence: confidence) }
      xml.text(piece)
    }
  }
}

/// A line with what is written of it.
struct TEIPlacedLine {
  var ref: LineRef
  var words: [ArraySlice<UInt8>]
  /// A quotation mark that is repeated before the end of a word; it is none of the words.
  private(set) var mark: [UInt8] = []
  /// How it meets the next line that has words; nil if simply with a space.
  var join: Join?

  init(ref: LineRef, words: [ArraySlice<UInt8>], join: Join?) {
    self.ref = ref
    self.words = words
    self.join = join
  }

  /// - Parameter length: of the mark, with the space after it.
  mutating func takeOutMark(_ length: Int) {
    guard words.count > 1, words[0].count < length else { return }
    mark = Array(words.removeFirst()) + [0x20]
  }
}

/// A word that goes on over one line's end, or more.
struct TEIBrokenWord {
  /// The pieces, one for each line, with their marks.
  private(set) var printed: [[UInt8]]
  /// The pieces that make the whole word.
  private(set) var mended: [[UInt8]]
  /// The lines that begin before each piece but the first: one, and those without words before it.
  private(set) var lines: [[LineRef]] = []
  /// Of the join that is least sure.
  private(set) var confidence = 1.0
  /// From the line of the first piece to that of the last.
  private(set) var step = 0

  /// - Parameter rest: the lines from the one on whose last word may be broken.
  /// - Returns: nil if no word goes on from the first line to the next.
  init?(startingIn rest: ArraySlice<TEIPlacedLine>) {
    guard let word = rest.first?.words.last else { return nil }
    printed = [Array(word)]
    mended = [Array(word)]
    var at = rest.startIndex
    while let join = rest[at].join, join.seam == .joined || join.seam == .hyphenKept,
      at == rest.startIndex || rest[at].words.count == 1,
      let next = rest[(at + 1)...].firstIndex(where: { !$0.words.isEmpty })
    {
      add(Array(rest[next].words[0]), after: rest[next].mark, join)
      lines.append(rest[(at + 1)...next].map(\.ref))
      at = next
    }
    step = at - rest.startIndex
    if step == 0 { return nil }
  }

  private mutating func add(_ second: [UInt8], after mark: [UInt8], _ join: Join) {
    let last = mended.count - 1
    printed.append(mark + second)
    confidence = min(confidence, join.confidence)
    guard let whole = join.replacement.map({ XMLText.cleaned($0.utf8).bytes }) else {
      if join.seam == .joined { mended[last].removeLast(min(join.markLength, mended[last].count)) }
      mended.append(second)
      return
    }
    // The line begins where what the whole word and the second half end with alike does.
    let shared = Self.sharedEnd(whole, second)
    mended[last] = Array(whole.dropLast(shared))
    mended.append(Array(whole.suffix(shared)))
  }

  /// How many bytes the ends of two words have in common, cut between characters.
  private static func sharedEnd(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var count = 0
    while count < a.count, count < b.count, a[a.count - 1 - count] == b[b.count - 1 - count] { count += 1 }
    while count > 0, a[a.count - count] & 0xC0 == 0x80 { count -= 1 }
    return count
  }
}
