import OffprintModel

/// How often certain words stand in an issue: the ones that were asked about before the words are counted.
///
/// An issue has some hundred broken words and some ten thousand others. So the questions are put down first, in a
/// small table that stays in the processor's cache, and one pass over the words counts only what was asked. A word
/// that touches a broken line end is a half and is not counted. `peut-être` counts as `peut`, `être` and
/// `peut-être`, `Châlons-sur-Marne` also as `Châlons-sur` and `sur-Marne`. Case does not count, save after a hyphen.
struct Vocabulary {
  struct Count {
    /// In the whole issue.
    var all = 0
    /// Of those, with another word before and after in the same line, where no half of a word can be.
    var inside = 0
  }

  private var slots: [(key: UInt64, all: UInt32, inside: UInt32)]
  private var used = 0

  /// - Parameter questions: how many words will be asked about.
  init(questions: Int) {
    var size = 64
    while size < questions * 2 { size *= 2 }
    slots = Array(repeating: (0, 0, 0), count: size)
  }

  mutating func ask(_ key: WordKey) {
    let index = Self.slot(of: key.hash, in: slots)
    if slots[index].key == key.hash { return }
    precondition(used * 2 <= slots.count, "more questions than announced")
    slots[index].key = key.hash
    used += 1
  }

  subscript(key: WordKey) -> Count {
    let slot = slots[Self.slot(of: key.hash, in: slots)]
    return slot.key == key.hash ? Count(all: Int(slot.all), inside: Int(slot.inside)) : Count()
  }

  /// Counts the words of a line, except the first or the last if it is half of a broken word.
  mutating func count(_ line: ArraySlice<UInt8>, exceptFirst: Bool, exceptLast: Bool) {
    slots.withUnsafeMutableBufferPointer { slots in
      line.withUnsafeBufferPointer { bytes in
        let firstSpace = bytes.firstIndex(of: 0x20) ?? bytes.count
        let lastSpace = bytes.lastIndex(of: 0x20) ?? 0
        let start = exceptFirst ? firstSpace : 0
        let end = exceptLast ? lastSpace : bytes.count
        Self.scan(bytes, start, end, inside: firstSpace..<max(firstSpace, lastSpace), slots)
      }
    }
  }

  private typealias Slots = UnsafeMutableBufferPointer<(key: UInt64, all: UInt32, inside: UInt32)>

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, inside: Range<Int>, _ slots: Slots
  ) {
    var index = start
    var part = WordKey()
    var before = WordKey()
    var pair = WordKey()
    var letters = 0
    var isPair = false
    while index < end {
      let (value, length) = Letters.scalar(bytes, index)
      if Letters.isLetter(value) {
        if isPair {
          if letters == 0, Letters.isCapital(value) { pair = before.hyphenatedBeforeCapital }
          pair.add(value)
        }
        part.add(value)
        letters += 1
      } else {
        if letters > 0 {
          let isInside = inside.contains(index - 1)
          note(part, isInside, slots)
          if isPair { note(pair, isInside, slots) }
        }
        isPair = letters > 0 && Letters.isHyphen(value)
        if isPair {
          before = part
          pair = part.hyphenated
        }
        part = WordKey()
        letters = 0
      }
      index += length
    }
    if letters > 0 {
      note(part, inside.contains(end - 1), slots)
      if isPair { note(pair, inside.contains(end - 1), slots) }
    }
  }

  @inline(__always)
  private static func note(_ key: WordKey, _ isInside: Bool, _ slots: Slots) {
    let mask = slots.count - 1
    var index = place(key.hash, mask)
    while slots[index].key != key.hash {
      if slots[index].key == 0 { return }
      index = (index + 1) & mask
    }
    slots[index].all &+= 1
    if isInside { slots[index].inside &+= 1 }
  }

  @inline(__always)
  private static func place(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 29) & mask }

  /// Where `hash` is, or the free slot where it would be.
  private static func slot(of hash: UInt64, in slots: [(key: UInt64, all: UInt32, inside: UInt32)]) -> Int {
    let mask = slots.count - 1
    var index = place(hash, mask)
    while slots[index].key != hash, slots[index].key != 0 { index = (index + 1) & mask }
    return index
  }
}
