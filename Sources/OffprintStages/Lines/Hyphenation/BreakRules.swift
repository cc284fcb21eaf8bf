import OffprintModel

/// Decides what a line break is, by the evidence in the order of its strength: what stands around the mark, what can
/// only be a suspended hyphen, the words of the issue and of the batch, the habits of the language, the letters' case.
struct BreakRules {
  let vocabulary: Vocabulary
  /// The issue marks broken words with a sign of their own.
  let marksBreaks: Bool
  /// The words of the whole batch, if they were counted.
  let batch: BatchVocabulary?
  let wordList: WordList?
  /// The dictionary of the line in hand; nil if none was asked for or there is none of its language.
  var speller: Speller?
  let minEvidence: Int
  let keepsSuspended: Bool
  let prefersSource: Bool

  func verdict(_ line: LineBreak, _ habits: HyphenHabits) -> Verdict {
    if let verdict = surroundings(line) ?? dash(line) { return verdict }
    if keepsSuspended, habits.conjunctions.contains(WordKey(line.tail)), isWholeWord(line) {
      return Verdict(.suspended, .suspended, 0.98)
    }
    if prefersSource {
      if line.whole == .joined { return .joined(.source, 0.9) }
      if line.whole == .hyphenated { return .kept(.source, 0.9) }
    }
    if let verdict = chain(line, habits) ?? plainAmongSoft(line) { return verdict }
    let count = Count(joined(line), vocabulary[line.hyphenatedAsPrinted].all)
    if let verdict = listed(line) ?? trusted(count) ?? trustedInBatch(line, count)
      ?? habit(line, habits, count) ?? spelled(line, habits)
    {
      return verdict
    }
    if keepsSuspended, habits.rareConjunctions.contains(WordKey(line.tail)), isWholeWord(line), count.joined == 0,
      isWord(line.head)
    {
      return Verdict(.suspended, .suspended, 0.8)
    }
    if let verdict = rareHabit(line, habits, count) { return verdict }
    if count.joined > 0, count.hyphenated == 0 { return .joined(.joinedForm(count.joined), 0.95) }
    if count.hyphenated > 0, count.joined == 0 { return .kept(.hyphenatedForm(count.hyphenated), 0.8) }
    if count.joined == 0, let verdict = words(line, habits) { return verdict }
    return byCase(line, habits) ?? plain(line, habits)
  }

  /// How often the issue has the joined form. Before a capital that form would have a capital in its middle: then it
  /// only tells that OCR read a capital where there is none, and only if neither half is a word.
  private func joined(_ line: LineBreak) -> Int {
    let isCompound = line.startsCapital && !Self.isCapitals(line.head) && (isWord(line.head) || isWord(line.tail))
    return isCompound ? 0 : vocabulary[line.joined].all
  }

  struct Count {
    let joined: Int
    let hyphenated: Int
    init(_ joined: Int, _ hyphenated: Int) {
      self.joined = joined
      self.hyphenated = hyphenated
    }
  }

  /// What settles the matter before any word is looked at.
  private func surroundings(_ line: LineBreak) -> Verdict? {
    guard let before = Letters.last(line.word), let after = Letters.first(line.next) else {
      return .left(.alone, 0.95)
    }
    if Letters.isUnspaced(before) || Letters.isUnspaced(after) { return Verdict(.closed, .unspaced, 0.95) }
    if line.goesOnElsewhere || (line.mark.isEmpty && line.whole != .joined) { return .left(.elsewhere, 0.6) }
    if after == 0x2C || after == 0x3B, line.flaw == 0, line.trust != .halves || line.next.count == 1 {
      return .kept(.punctuationAfter, 0.9)
    }
    if Letters.isDigit(before) {
      if Letters.isDigit(after) { return .kept(.numbers, 0.9) }
      let isHalf = line.trust == .halves && !line.head.isEmpty && !line.tail.isEmpty
      if isHalf { return .joined(.source, 0.5) }
      // A letter read as a figure: `chi1-` `fonnières`.
      let isFlaw = !line.head.isEmpty && line.tail.count > 3 && !line.startsCapital && !isWord(line.tail)
      return isFlaw ? .joined(.flaw, 0.5) : .left(.numberBefore, 0.9)
    }
    if !Letters.isLetter(before) { return afterNoLetter(line, before, after) }
    return Letters.isLetter(after) ? nil : beforeNoLetter(line, after)
  }

  /// A dash that the source calls a hyphen is one, if the sides are not both words.
  private func dash(_ line: LineBreak) -> Verdict? {
    guard let mark = Letters.first(line.mark), mark == 0x2013 || mark == 0x2014 else { return nil }
    let isHyphen = vocabulary[line.joined].all > 0 || !isWord(line.head) || !isWord(line.tail)
    return isHyphen && line.trust == .halves ? .joined(.source, 0.6) : .left(.dashLike, 0.7)
  }

  /// The mark follows neither letter nor figure.
  private func afterNoLetter(_ line: LineBreak, _ before: UInt32, _ after: UInt32) -> Verdict {
    let figure = Letters.last(line.word.dropLast()).map(Letters.isDigit) ?? false
    if before == 0x2C || before == 0x2E, figure, Letters.isDigit(after) { return .joined(.numberCut, 0.8) }
    guard !line.head.isEmpty else { return .left(.alone, 0.9) }
    guard Letters.isLetter(after), !Letters.isCapital(after) else { return .left(.punctuationBefore, 0.8) }
    if line.trust == .halves { return .joined(.source, 0.6) }
    return Self.endsClause(before) && !isHalf(line) ? .left(.punctuationBefore, 0.8) : .joined(.flaw, 0.5)
  }

  /// The mark is followed by something else than a letter: what is no word, a quotation mark that old prints repeat
  /// in each line, or a letter that OCR made a stroke or a figure of.
  private func beforeNoLetter(_ line: LineBreak, _ after: UInt32) -> Verdict {
    guard line.next.contains(where: { Letters.isLetter(UInt32($0)) }) else { return .left(.noWordAfter, 0.8) }
    if line.trust == .halves { return .joined(.source, 0.6) }
    if line.flaw > 0, isHalf(line) || !isWord(line.tail) { return .joined(.flaw, 0.5) }
    return line.trust == .marked && !Self.opens(after) ? .joined(.marked, 0.5) : .left(.noWordAfter, 0.8)
  }

  /// True if the joined form is a word of the issue, or the head by itself is none.
  private func isHalf(_ line: LineBreak) -> Bool { vocabulary[line.joined].all > 0 || !isWord(line.head) }

  private static func endsClause(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x22, 0x29, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x3D, 0x3F, 0x5D, 0xBB, 0x2013, 0x2014, 0x2019, 0x201C,
      0x201D, 0x2026:
      true
    default: false
    }
  }

  private static func opens(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x28, 0x2D, 0x5B, 0xA7, 0xAB, 0x2013, 0x2014, 0x2018, 0x201C, 0x201E: true
    default: false
    }
  }

  private func listed(_ line: LineBreak) -> Verdict? {
    guard let wordList else { return nil }
    if wordList.contains(line.hyphenated) { return .kept(.inWordList, 0.97) }
    guard !line.startsCapital || Self.isCapitals(line.head) else { return nil }
    return wordList.contains(line.joined) ? .joined(.inWordList, 0.97) : nil
  }

  /// What the dictionary says. That it has the joined form shows a word; that it has the hyphenated one shows nothing,
  /// since it takes any two words with a hyphen between them, and halves of names and misread words often are some.
  private func spelled(_ line: LineBreak, _ habits: HyphenHabits) -> Verdict? {
    guard let speller, !line.startsCapital || Self.isCapitals(line.head), speller.knowsJoined(line) else { return nil }
    if isDashLike(line, habits), speller.knows(line.head), speller.knows(line.tail) { return nil }
    return .joined(.inDictionary, 0.96)
  }

  private func trusted(_ count: Count) -> Verdict? {
    if count.hyphenated >= minEvidence, count.hyphenated > count.joined {
      return .kept(.hyphenatedForm(count.hyphenated), 0.95)
    }
    if count.joined >= minEvidence, count.joined >= count.hyphenated {
      return .joined(.joinedForm(count.joined), 0.98)
    }
    return nil
  }

  /// Who sets `¬` or U+00AD wherever a word was broken means a hyphen by a hyphen.
  private func plainAmongSoft(_ line: LineBreak) -> Verdict? {
    guard marksBreaks, line.trust == .literal, line.mark.elementsEqual([0x2D]) else { return nil }
    return vocabulary[line.joined].all < minEvidence || line.startsCapital ? .kept(.plainAmongSoft, 0.9) : nil
  }

  /// The same for the whole batch, which spans years and spellings: where the issue has one of the forms, be it once,
  /// the batch does not choose the other. Nor is a form with a capital within it taken for one word in small letters.
  private func trustedInBatch(_ line: LineBreak, _ inIssue: Count) -> Verdict? {
    guard let batch else { return nil }
    let count = Count(batch[line.joined], batch[line.hyphenatedAsPrinted])
    if count.hyphenated >= minEvidence, count.hyphenated > count.joined {
      return inIssue.joined > inIssue.hyphenated ? nil : .kept(.hyphenatedInBatch(count.hyphenated), 0.93)
    }
    guard count.joined >= minEvidence, count.joined >= count.hyphenated, inIssue.joined >= inIssue.hyphenated,
      !line.startsCapital || Self.isCapitals(line.head)
    else { return nil }
    return .joined(.joinedInBatch(count.joined), 0.96)
  }

  /// What the case of the letters says.
  private func byCase(_ line: LineBreak, _ habits: HyphenHabits) -> Verdict? {
    guard let after = Letters.first(line.tail), Letters.isCapital(after) else {
      return habits.breaksCk && isBrokenCk(line) ? Verdict(.joined, .ck, 0.8, restoresCk: true) : nil
    }
    if Self.isCapitals(line.head), Self.isCapitals(line.tail) { return .joined(.capitals, 0.9) }
    if habits.syllables.contains(WordKey(line.head)) { return .joined(.syllable, 0.8) }
    if let before = Letters.first(line.head), !Letters.isCapital(before), !isWord(line.head) {
      return line.trust == .halves ? .joined(.source, 0.6) : .left(.noCompound, 0.5)
    }
    return .kept(.capitalAfter, 0.85)
  }

  /// Vowel, `k-k`, vowel; and the first half is no word, as `Musik` is in `Musikkapelle`.
  private func isBrokenCk(_ line: LineBreak) -> Bool {
    guard line.head.last.map({ $0 | 0x20 }) == 0x6B, line.tail.first.map({ $0 | 0x20 }) == 0x6B,
      let before = Letters.last(line.head.dropLast()), Self.isVowel(before),
      let after = Letters.first(line.tail.dropFirst()), Self.isVowel(after)
    else { return false }
    return !isWord(line.head) && !(wordList?.contains(WordKey(line.head)) ?? false)
      && !(speller?.knows(line.head) ?? false) && !Self.endsInIk(line.head)
  }

  /// Foreign nouns in `-ik` have more than one syllable before it, where German verbs and nouns have none.
  private static func endsInIk(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count > 4, head.suffix(2).elementsEqual([0x69, 0x6B]) else { return false }
    return head.dropLast(2).contains { isVowel(UInt32($0)) } || head.dropLast(2).contains(0xC3)
  }

  private static func isVowel(_ value: UInt32) -> Bool {
    switch Letters.lower(value) {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xE4, 0xF6, 0xFC: true
    default: false
    }
  }

  /// No rule spoke.
  private func plain(_ line: LineBreak, _ habits: HyphenHabits) -> Verdict {
    if line.whole == .hyphenated, line.head.count > 2, line.tail.count > 2, isWholeWord(line), isWord(line.head),
      isWord(line.tail)
    {
      return .kept(.sourceKeepsHyphen, 0.6)
    }
    switch line.trust {
    case .halves: return .joined(.source, 0.97)
    case .marked: return .joined(.marked, 0.95)
    case .literal:
      if isDashLike(line, habits), occurs(line.head) || occurs(line.tail) { return .left(.dashLike, 0.6) }
      return .joined(.common, 0.9)
    }
  }

  /// True if the mark may be a dash: two hyphens, or `=` in a language that was not set in Fraktur.
  private func isDashLike(_ line: LineBreak, _ habits: HyphenHabits) -> Bool {
    line.trust == .literal
      && (line.mark.elementsEqual([0x2D, 0x2D]) || (line.mark.first == 0x3D && !habits.hasFraktur))
  }

  private func occurs(_ letters: ArraySlice<UInt8>) -> Bool { vocabulary[WordKey(letters)].all > 0 }

  /// True if the issue has it inside a line, where no half of a word can be.
  func isWord(_ letters: ArraySlice<UInt8>) -> Bool { vocabulary[WordKey(letters)].inside > 0 }

  /// True if nothing but a full stop or a comma stands beside the tail's letters.
  private func isWholeWord(_ line: LineBreak) -> Bool { line.next.count <= line.tail.count + 1 }

  /// True if all letters are capitals; OCR may have misread one of five.
  private static func isCapitals(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.withUnsafeBufferPointer { bytes in
      var index = 0
      var (all, capitals) = (0, 0)
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        all += 1
        if Letters.isCapital(value) { capitals += 1 }
        index += length
      }
      return all > 0 && capitals * 5 >= all * 4
    }
  }
}
