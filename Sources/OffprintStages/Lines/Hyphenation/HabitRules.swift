import OffprintModel

/// What a language writes with a hyphen, by its table of habits.
extension BreakRules {
  /// A short word between hyphens: nothing else is made of `t` in `va-t-en`.
  func chain(_ line: LineBreak, _ habits: HyphenHabits) -> Verdict? {
    if let before = Self.partBefore(line.word, line.head),
      habits.compounds.contains(WordKey(before).hyphenated.adding(line.head).adding(line.tail))
    {
      return .joined(.compoundPart, 0.95)
    }
    let isLink =
      Self.follows(line.next, line.tail) && habits.links.contains(WordKey(line.tail))
      || Self.precedes(line.word, line.head) && habits.links.contains(WordKey(line.head))
    return isLink ? .kept(.link, 0.9) : nil
  }

  /// What the language always writes with a hyphen.
  func habit(_ line: LineBreak, _ habits: HyphenHabits, _ count: Count) -> Verdict? {
    if habits.compounds.contains(line.hyphenated) { return .kept(.compound, 0.95) }
    guard count.joined == 0 else { return nil }
    let head = WordKey(line.head)
    let tail = WordKey(line.tail)
    if habits.tens.contains(head), habits.units.contains(tail) { return .kept(.numeral, 0.95) }
    if let endings = habits.clitics[tail], Self.ends(line.head, with: endings) { return .kept(.clitic, 0.9) }
    if habits.prefixes.contains(head) || habits.combiningForms.contains(head), line.tail.count > 3 {
      return .kept(.prefix, 0.9)
    }
    return nil
  }

  /// What the language mostly writes with a hyphen.
  func rareHabit(_ line: LineBreak, _ habits: HyphenHabits, _ count: Count) -> Verdict? {
    guard count.joined == 0 else { return nil }
    let head = WordKey(line.head)
    let tail = WordKey(line.tail)
    if habits.secondParts.contains(tail), line.head.count > 2 { return .kept(.compound, 0.8) }
    if habits.placeParts.contains(tail), Letters.first(line.head).map(Letters.isCapital) ?? false {
      return .kept(.compound, 0.8)
    }
    if areCoupled(line, habits) { return .kept(.compound, 0.8) }
    return habits.rarePrefixes.contains(head) && Letters.count(line.tail) > 2 && isWord(line.tail)
      ? .kept(.prefix, 0.8) : nil
  }

  /// Two adjectives of the same ending: `schwedisch-` `norwegischen`.
  private func areCoupled(_ line: LineBreak, _ habits: HyphenHabits) -> Bool {
    let ending = habits.coupledEnding
    guard !ending.isEmpty, line.head.count > ending.count + 2, line.tail.count > ending.count + 2 else { return false }
    return Letters.folded(line.head).suffix(ending.count).elementsEqual(ending)
      && String(decoding: Letters.folded(line.tail), as: UTF8.self).contains(String(decoding: ending, as: UTF8.self))
  }

  /// Two words of the issue which make none that it has, in a language that writes compounds with a hyphen.
  func words(_ line: LineBreak, _ habits: HyphenHabits) -> Verdict? {
    guard habits.hyphenatesCompounds, Letters.count(line.head) > 3, Letters.count(line.tail) > 3,
      isWord(line.head) || speller?.knows(line.head) == true, isWord(line.tail) || speller?.knows(line.tail) == true,
      !habits.solidHeads.contains(WordKey(line.head)),
      !habits.solidTails.contains(WordKey(line.tail)), wordList?.contains(line.joined) != true
    else { return nil }
    return .kept(.words, 0.6)
  }

  /// True if a hyphen follows the tail within `next`, as after `sur` in `sur-Marne`.
  private static func follows(_ next: ArraySlice<UInt8>, _ tail: ArraySlice<UInt8>) -> Bool {
    let rest = next.dropFirst(tail.count)
    return rest.count > 1 && Letters.first(rest).map(Letters.isHyphen) ?? false
  }

  /// The letters before the hyphen that comes before the head: `ci` of `ci-des`.
  private static func partBefore(_ word: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard precedes(word, head) else { return nil }
    let rest = word.dropLast(head.count)
    let part = LineBreak.lettersAtEnd(of: rest.last == 0x2D ? rest.dropLast() : rest.dropLast(3))
    return part.isEmpty ? nil : part
  }

  /// True if a hyphen comes before the head within `word`, as before `t` in `a-t`.
  private static func precedes(_ word: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> Bool {
    let rest = word.dropLast(head.count)
    return rest.count > 1 && Letters.last(rest).map(Letters.isHyphen) ?? false
  }

  private static func ends(_ head: ArraySlice<UInt8>, with endings: [[UInt8]]) -> Bool {
    if endings.isEmpty { return head.count > 3 }
    return endings.contains { ending in
      head.count >= ending.count
        && head.suffix(ending.count).elementsEqual(ending) { Letters.lower(UInt32($0)) == UInt32($1) }
    }
  }
}
