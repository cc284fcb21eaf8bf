/// The attributes of one element, in the order in which they are written.
///
/// A page has one for each of its thousand words, so they are put together here and handed to libxml2 as one:
/// its writer needs three calls, and six copies, for each that it gets by itself.
public struct XMLTag {
  /// The first attribute's name; nil if there is none.
  private(set) var first: StaticString?
  /// Where the first attribute's value begins in the buffer; all are in it as they stand in a file, ` x="12" y="7"`.
  private(set) var valueStart = 0
  private let value: XMLValue
  private let prefixes: XMLPrefixes

  init(_ value: XMLValue, prefixes: XMLPrefixes) {
    self.value = value
    self.prefixes = prefixes
  }

  /// Adds an attribute; nothing if there is no text.
  public mutating func attribute(_ name: StaticString, _ text: String?) {
    guard var text else { return }
    begin(name)
    text.withUTF8 { value.add(text: $0) }
    value.add("\"")
  }

  /// Adds an attribute with text of a page.
  public mutating func attribute(_ name: StaticString, utf8 text: some Sequence<UInt8>) {
    begin(name)
    value.add(text: text)
    value.add("\"")
  }

  /// Adds an attribute with a figure.
  public mutating func attribute(_ name: StaticString, _ figure: Int) {
    begin(name)
    value.add(figure)
    value.add("\"")
  }

  /// Adds an attribute whose value is put together of pieces.
  public mutating func attribute(_ name: StaticString, _ build: (XMLValue) -> Void) {
    begin(name)
    build(value)
    value.add("\"")
  }

  private mutating func begin(_ name: StaticString) {
    XMLWriter.demandName(name)
    value.add(" ")
    prefixes.withName(name) { value.buffer.append($0) }
    value.add("=\"")
    guard first == nil else { return }
    first = name
    valueStart = value.buffer.count
  }
}
