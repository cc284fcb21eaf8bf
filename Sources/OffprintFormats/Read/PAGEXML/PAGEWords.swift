import OffprintModel

/// The words of a line with a place for each.
struct PAGEWords {
  struct Word {
    var text: ArraySlice<UInt8>
    var box: Box
    var confidence: Double?
    var style: TextStyle?
  }

  private(set) var all: [Word] = []
  private(set) var lineBox: Box
  /// True if the line's text and its Word elements have not the same letters.
  private(set) var areOthers = false

  init(_ line: PAGELine, box: Box) {
    lineBox = box
    var given: [Word] = []
    given.reserveCapacity(line.words.count)
    for word in line.words where !word.isEmpty { Self.add(word, to: &given) }
    let texts = line.text.words
    if !box.isKnown { lineBox = line.words.reduce(.unknown) { $1.place.isArea ? $0.union($1.place.box) : $0 } }
    if texts.isEmpty {
      all = given
    } else if given.isEmpty {
      all = Self.shares(texts, lineBox, line.text.confidence)
    } else if texts.count == given.count {
      all = zip(texts, given).map { Word(text: $0, box: $1.box, confidence: $1.confidence, style: $1.style) }
      areOthers = !zip(texts, given).allSatisfy { $0.elementsEqual($1.text) }
    } else if texts.joined().elementsEqual(given.lazy.map(\.text).joined()) {
      all = Self.regrouped(given, texts)
    } else {
      all = Self.shares(texts, lineBox, line.text.confidence)
      areOthers = true
    }
    if let confidence = line.text.confidence {
      for index in all.indices where all[index].confidence == nil { all[index].confidence = confidence }
    }
    // Words without a place in a line with some have no share that could be told.
    if all.allSatisfy({ !$0.box.isKnown }) {
      all = zip(all, PageWords.shares(all.map(\.text), lineBox)).map(Self.placed)
    }
  }

  /// The style of all words, if they have one.
  var commonStyle: TextStyle? {
    guard let first = all.first?.style, all.allSatisfy({ $0.style == first }) else { return nil }
    return first
  }

  private static func placed(_ word: Word, _ box: Box) -> Word {
    var word = word
    word.box = box
    return word
  }

  /// A Word element with spaces in its text is several words; each has the share of its letters.
  private static func add(_ word: PAGEWord, to words: inout [Word]) {
    let text = word.text.isEmpty ? word.letters[...] : (word.text.chosen?.text ?? [])[...]
    let texts = WhiteSpace.parts(of: text)
    let box = word.place.isArea ? word.place.box : .unknown
    for (text, box) in zip(texts, PageWords.shares(texts, box)) {
      words.append(Word(text: text, box: box, confidence: word.text.confidence, style: word.style))
    }
  }

  private static func shares(_ texts: [ArraySlice<UInt8>], _ box: Box, _ confidence: Double?) -> [Word] {
    zip(texts, PageWords.shares(texts, box)).map { Word(text: $0, box: $1, confidence: confidence) }
  }

  /// The same letters, cut into words at other places: each text has the places of the words its letters are in.
  private static func regrouped(_ given: [Word], _ texts: [ArraySlice<UInt8>]) -> [Word] {
    var word = 0
    var left = given[0].text.count
    return texts.map { text in
      var found = Word(text: text, box: .unknown, confidence: given[word].confidence, style: given[word].style)
      var need = text.count
      while need > 0, word < given.count {
        found.box = found.box.union(given[word].box)
        let taken = min(need, left)
        need -= taken
        left -= taken
        if left == 0 {
          word += 1
          left = word < given.count ? given[word].text.count : 0
        }
      }
      return found
    }
  }
}
