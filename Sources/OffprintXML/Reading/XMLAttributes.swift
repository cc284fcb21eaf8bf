import CLibXML2

/// The attributes of the element that begins, lent for the time of the call.
public struct XMLAttributes {
  /// libxml2's own table: local name, prefix, URI, start and end of the value, for each.
  @usableFromInline let table: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  /// How many there are.
  public let count: Int
  @usableFromInline let places: AttributePlaces
  let names: XMLNames
  let lines: TagLine
  let element: (name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?)

  /// The value of the attribute whose local name has this number in the vocabulary; nil if the element has none.
  @inlinable @inline(__always)
  public subscript(name: Int) -> XMLBytes? {
    let place = places[name]
    guard place >= 0, let table else { return nil }
    return value(place, table)
  }

  /// The attribute at a place in the tag, from 0: its name's number, or -1, and its value. Namespace declarations are
  /// not among them.
  public func attribute(at place: Int) -> (name: Int, value: XMLBytes)? {
    guard let table, place >= 0, place < count, let value = value(place, table) else { return nil }
    return (names.number(of: table[place * 5]), value)
  }

  /// The local name of the element.
  public var elementName: XMLBytes { XMLBytes(element.name) }

  /// The namespace of the element; empty if it has none.
  public var elementNamespace: XMLBytes { XMLBytes(element.namespace) }

  /// The line of the file on which the element's tag ends, from 1.
  public var line: Int { lines.number }

  @inlinable @inline(__always)
  func value(_ place: Int, _ table: UnsafeMutablePointer<UnsafePointer<UInt8>?>) -> XMLBytes? {
    guard let start = table[place &* 5 &+ 3], let end = table[place &* 5 &+ 4] else { return nil }
    return XMLBytes(UnsafeBufferPointer(start: start, count: end - start))
  }
}

extension XMLBytes {
  /// The bytes of a C string; none for a null pointer.
  fileprivate init(_ text: UnsafePointer<xmlChar>?) {
    self.init(UnsafeBufferPointer(start: text, count: text.map { Int(xmlStrlen($0)) } ?? 0))
  }
}
