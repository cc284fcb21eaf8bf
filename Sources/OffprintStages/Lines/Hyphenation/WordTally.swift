import OffprintKit
import OffprintModel

/// How often each word of a batch stands inside a line, for the file of a `BatchVocabulary`.
///
/// Only words with another word before and after them in the same line count, since a half of a broken word can
/// stand at either end of a line. At most `limit` different words are kept, which takes about 250 MB. When a document
/// takes the tally beyond it, the rarest are struck out: those met once, if need be those met twice, and so on until
/// a quarter is free (after the lossy counting of Manku and Motwani, 2002). That happens after the same documents in
/// every run, and the file says so.
struct WordTally: SurveyTally {
  private struct Slot {
    /// 0 if the slot is free.
    var key: UInt64 = 0
    /// Where the word begins in `spellings`.
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  /// Words met less often are left out of the file.
  static let minimum = 2

  static let beginning = BatchVocabulary.header

  private let limit: Int
  private var slots: [Slot]
  private var used = 0
  /// The words as their keys stand for them, each with a line feed after it.
  private var spellings: [UInt8] = []
  /// All words counted, those of pairs once.
  private(set) var words = 0
  /// Words struck out were met at most so often when it happened; 0 if none were.
  private var struckOut = 0

  init() { self.init(limit: 1 << 21) }

  init(limit: Int) {
    self.limit = limit
    slots = Array(repeating: Slot(), count: 1 << 10)
  }

  var size: String { listed == 1 ? "1 word" : "\(listed) words" }

  private var listed: Int { slots.count { $0.count >= Self.minimum } }

  /// Counts the words inside a line.
  mutating func count(_ line: ArraySlice<UInt8>) {
    line.withUnsafeBufferPointer { bytes in
      let inside = WordScan.inside(bytes)
      WordScan.each(bytes, inside.lowerBound, inside.upperBound) { key, range, isPair in
        if !isPair { words += 1 }
        let index = place(of: key.hash)
        slots[index].count = slots[index].count.addingReportingOverflow(1).partialValue
        if slots[index].key == 0 { take(WordKey.spelling(bytes[range]), key.hash, at: index) }
      }
    }
  }

  mutating func add(_ other: WordTally) {
    words += other.words
    struckOut = max(struckOut, other.struckOut)
    for slot in other.slots where slot.key != 0 {
      let index = place(of: slot.key)
      let (sum, isTooMuch) = slots[index].count.addingReportingOverflow(slot.count)
      slots[index].count = isTooMuch ? .max : sum
      if slots[index].key == 0 { take(other.spelling(slot), slot.key, at: index) }
    }
    if used > limit { strikeOut() }
  }

  func bytes(from origin: SurveyOrigin) -> [UInt8] {
    let entries = slots.filter { $0.count >= Self.minimum }.sorted { isBefore($0, $1) }
    var header = BatchVocabulary.header
    header += "\tpipeline=" + String(origin.pipeline.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    header += "\tdocuments=\(origin.documents)\twords=\(words)\tminimum=\(Self.minimum)"
    if struckOut > 0 { header += "\tstruck_out=\(struckOut)" }
    var out = Array(header.utf8) + [0x0A]
    for entry in entries {
      out += spelling(entry)
      out.append(0x09)
      out += String(entry.count).utf8
      out.append(0x0A)
    }
    return out
  }

  private func spelling(_ slot: Slot) -> ArraySlice<UInt8> { Self.spelling(slot, in: spellings) }

  private static func spelling(_ slot: Slot, in spellings: [UInt8]) -> ArraySlice<UInt8> {
    spellings[Int(slot.start)...].prefix { $0 != 0x0A }
  }

  private func isBefore(_ a: Slot, _ b: Slot) -> Bool {
    var (i, j) = (Int(a.start), Int(b.start))
    // Line feeds end both; a word that goes on where the other ends comes later.
    while spellings[i] == spellings[j], spellings[i] != 0x0A { (i, j) = (i + 1, j + 1) }
    return spellings[i] < spellings[j]
  }

  /// Where `key` is, or the free slot where it would be.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key ^ key >> 29) & mask
    while slots[index].key != key, slots[index].key != 0 { index = (index + 1) & mask }
    return index
  }

  private mutating func take(_ spelling: some Collection<UInt8>, _ key: UInt64, at index: Int) {
    slots[index].key = key
    slots[index].start = UInt32(spellings.count)
    spellings += spelling
    spellings.append(0x0A)
    used += 1
    if used * 2 > slots.count { settle(slots, in: slots.count * 2) }
  }

  private mutating func settle(_ old: [Slot], in size: Int) {
    slots = Array(repeating: Slot(), count: size)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }

  private mutating func strikeOut() {
    var floor: UInt32 = 0
    var left = used
    while left * 4 > limit * 3 {
      floor += 1
      left = slots.count { $0.count > floor }
    }
    // The table is emptied and filled again where it is: a second one would double the memory.
    let kept = slots.filter { $0.count > floor }
    let old = spellings
    for index in slots.indices { slots[index] = Slot() }
    spellings = []
    used = 0
    for slot in kept {
      let index = place(of: slot.key)
      slots[index].count = slot.count
      take(Self.spelling(slot, in: old), slot.key, at: index)
    }
    struckOut = max(struckOut, Int(floor))
  }
}
