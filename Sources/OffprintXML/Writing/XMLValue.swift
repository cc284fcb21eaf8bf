/// Text on its way into an XML file, put together of pieces: the value of an attribute, or what stands in an element.
///
/// Figures and literals of the program are taken as they are; all other text goes through `XMLText` and has the
/// characters that mean something to XML as references.
public struct XMLValue {
  /// Where the text is to stand: line ends and tabs are references in attributes only.
  enum Place { case attribute, content }

  let buffer: XMLBuffer
  /// Whether characters beyond ASCII are written as references.
  let isASCII: Bool

  /// Adds a literal, which needs no reference.
  public func add(_ literal: StaticString) { buffer.append(literal) }

  /// Adds a figure in decimal digits.
  public func add(_ figure: Int) {
    if figure >= 0, figure < 10 { return buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: figure)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var at = digits.count
      var rest = figure.magnitude
      repeat {
        at -= 1
        digits[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if figure < 0 { buffer.append(UInt8(ascii: "-")) }
      buffer.append(UnsafeBufferPointer(rebasing: digits[at...]))
    }
  }

  /// Adds any text to the value of an attribute.
  public func add(text: some Sequence<UInt8>) { add(text, in: .attribute) }

  func add(_ text: some Sequence<UInt8>, in place: Place) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { add($0, in: place) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { add($0, in: place) } }
  }

  /// Nearly all words of a newspaper need no change.
  private func add(_ text: UnsafeBufferPointer<UInt8>, in place: Place) {
    let (isPlain, faults) = XMLEscape.look(at: text)
    if isPlain, !isASCII { return buffer.append(text) }
    let start = buffer.count
    if faults > 0 {
      buffer.replaced += faults
      XMLText.cleaned(text).bytes.withUnsafeBufferPointer {
        XMLEscape.append($0, to: buffer, inAttribute: place == .attribute)
      }
    } else {
      XMLEscape.append(text, to: buffer, inAttribute: place == .attribute)
    }
    if isASCII { XMLEscape.makeASCII(buffer, from: start) }
  }
}
