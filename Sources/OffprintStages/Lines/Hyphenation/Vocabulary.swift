import OffprintModel

/// How often certain words stand in an issue: the ones that were asked about before the words are counted.
///
/// An issue has some hundred broken words and some ten thousand others. So the questions are put down first, in a
/// small table that stays in the processor's cache, and one pass over the words counts only what was asked. A word
/// that touches a broken line end is a half and is not counted.
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
        let inside = WordScan.inside(bytes)
        let start = exceptFirst ? inside.lowerBound : 0
        let end = exceptLast ? bytes.lastIndex(of: 0x20) ?? 0 : bytes.count
        WordScan.each(bytes, start, end) { key, range, _ in
          Self.note(key, inside.contains(range.upperBound - 1), slots)
        }
      }
    }
  }

  private typealias Slots = UnsafeMutableBufferPointer<(key: UInt64, all: UInt32, inside: UInt32)>

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
