import CLibXML2

/// The attributes of the element that begins, lent for the time of the call.
public struct XMLAttributes {
  /// libxml2's own table: local name, prefix, URI, start and end of the value, for each.
  let table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int
  /// The interned name of each number of the vocabulary, for comparison by address.
  let names: UnsafePointer<UnsafePointer<xmlChar>?>
  let parser: xmlParserCtxtPtr

  /// The value of the attribute whose local name has this number in the vocabulary; nil if the element has none.
  public subscript(name: Int) -> XMLBytes? {
    guard let table else { return nil }
    let wanted = names[name]
    for index in 0..<count where table[index * 5] == wanted {
      return value(index, table)
    }
    return nil
  }

  /// The line of the file on which the element's tag ends, from 1.
  public var line: Int {
    guard let input = parser.pointee.input else { return 1 }
    return Int(input.pointee.line)
  }

  private func value(_ index: Int, _ table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) -> XMLBytes? {
    guard let start = table[index * 5 + 3], let end = table[index * 5 + 4] else { return nil }
    return XMLBytes(UnsafeBufferPointer(start: start, count: end - start))
  }
}
