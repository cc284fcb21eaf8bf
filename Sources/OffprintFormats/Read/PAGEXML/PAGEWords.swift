import OffprintModel

/// The words of a line with a place for each. One is made for a page and goes through its lines.
struct PAGEWords {
  struct Word {
    /// In the bytes of the content.
    var text: Range<Int>
    var box: Box
    var confidence: Double?
    /// In the styles of the content.
    var style: Int?
  }

  private let content: PAGEContent
  private(set) var all: [Word] = []
  /// The words of the line's own text.
  private var texts: [Range<Int>] = []
  private(set) var lineBox = Box.unknown
  /// True if the line's text and its Word elements have not the same letters.
  private(set) var areOthers = false

  init(_ content: PAGEContent) { self.content = content }

  mutating func take(_ line: PAGELine, box: Box) {
    lineBox = box.isKnown ? box : content.words[line.words].reduce(.unknown) { $0.union($1.area) }
    areOthers = false
    all.removeAll(keepingCapacity: true)
    for word in line.words where !content.words[word].isEmpty { add(content.words[word]) }
    texts.removeAll(keepingCapacity: true)
    if let text = line.text.chosen?.text { WhiteSpace.forEachPart(of: content.bytes, in: text) { texts.append($0) } }
    if !texts.isEmpty { fit(line.text.confidence) }
    if let confidence = line.text.confidence {
      for index in all.indices where all[index].confidence == nil { all[index].confidence = confidence }
    }
    // Words without a place in a line with some have no share that could be told.
    if lineBox.isKnown, all.allSatisfy({ !$0.box.isKnown }) { share(lineBox, from: 0) }
  }

  /// The style of all words, if they have one.
  var commonStyle: Int? {
    guard let first = all.first?.style, all.allSatisfy({ $0.style == first }) else { return nil }
    return first
  }

  /// A Word element with spaces in its text is several words; each has the share of its letters.
  private mutating func add(_ word: PAGEWord) {
    let first = all.count
    WhiteSpace.forEachPart(of: content.bytes, in: word.written) {
      all.append(Word(text: $0, box: word.area, confidence: word.text.confidence, style: word.style))
    }
    if all.count > first + 1 { share(word.area, from: first) }
  }

  /// Gives the line's own text to the words of its elements, or makes words of it.
  private mutating func fit(_ confidence: Double?) {
    if texts.count == all.count {
      for (index, text) in texts.enumerated() {
        areOthers = areOthers || !content.areSame(text, all[index].text)
        all[index].text = text
      }
    } else if !all.isEmpty, content.haveSameLetters(texts, all.lazy.map(\.text)) {
      all = regrouped()
    } else {
      areOthers = !all.isEmpty
      all.removeAll(keepingCapacity: true)
      all.append(contentsOf: texts.lazy.map { Word(text: $0, box: .unknown, confidence: confidence) })
    }
  }

  /// Gives the words from an index on their shares of a box.
  private mutating func share(_ box: Box, from first: Int) {
    let shares = PageWords.shares(all[first...].map { content.bytes[$0.text] }, box)
    for (index, share) in zip(first..., shares) { all[index].box = share }
  }

  /// The same letters, cut into words at other places: each text has the places of the words its letters are in.
  private func regrouped() -> [Word] {
    var word = 0
    var left = all[0].text.count
    return texts.map { text in
      var found = Word(text: text, box: .unknown, confidence: all[word].confidence, style: all[word].style)
      var need = text.count
      while need > 0, word < all.count {
        found.box = found.box.union(all[word].box)
        let taken = min(need, left)
        need -= taken
        left -= taken
        if left == 0 {
          word += 1
          left = word < all.count ? all[word].text.count : 0
        }
      }
      return found
    }
  }
}
