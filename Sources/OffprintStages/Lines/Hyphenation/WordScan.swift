/// Finds the words of a line, for counting.
///
/// A word is a run of letters. Two with one hyphen between them are also a word together: `peut-être` is `peut`,
/// `être` and `peut-être`; `Châlons-sur-Marne` is also `Châlons-sur` and `sur-Marne`. Case is put aside, save after a
/// hyphen: `Adler-Orden` is another word than `Adler-orden`.
enum WordScan {
  /// - Parameter found: gets the word's key, the bytes it stands in, and whether it is two words and a hyphen.
  @inline(__always)
  static func each(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    _ found: (_ key: WordKey, _ range: Range<Int>, _ isPair: Bool) -> Void
  ) {
    var index = start
    var part = WordKey()
    var before = WordKey()
    var pair = WordKey()
    var partStart = start
    var pairStart = start
    var letters = 0
    var isPair = false
    while index < end {
      let (value, length) = Letters.scalar(bytes, index)
      if Letters.isLetter(value) {
        if letters == 0 { partStart = index }
        if isPair {
          if letters == 0, Letters.isCapital(value) { pair = before.hyphenatedBeforeCapital }
          pair.add(value)
        }
        part.add(value)
        letters += 1
      } else {
        if letters > 0 {
          found(part, partStart..<index, false)
          if isPair { found(pair, pairStart..<index, true) }
        }
        isPair = letters > 0 && Letters.isHyphen(value)
        if isPair {
          before = part
          pair = part.hyphenated
          pairStart = partStart
        }
        part = WordKey()
        letters = 0
      }
      index += length
    }
    if letters > 0 {
      found(part, partStart..<end, false)
      if isPair { found(pair, pairStart..<end, true) }
    }
  }

  /// The part of a line that has another word before and after it, where no half of a broken word can be.
  static func inside(_ line: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let first = line.firstIndex(of: 0x20) ?? line.count
    return first..<max(first, line.lastIndex(of: 0x20) ?? 0)
  }
}
