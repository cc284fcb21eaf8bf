/// Writes JSON piece by piece into bytes, without a tree or a text for each value: for whole documents.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("id", "a1")
///   json.key("lines")
///   json.array { json in lines.forEach { json.integer($0) } }
/// }
/// ```
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  // MARK: Values

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  public mutating func string(_ value: String) {
    separate()
    JSONText.append(value.utf8, to: &bytes)
  }

  /// A text from its bytes, which must be UTF-8.
  public mutating func text(_ utf8: some Sequence<UInt8>) {
    separate()
    JSONText.append(utf8, to: &bytes)
  }

  public mutating func integer(_ value: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if bytes.count - start > 1 { bytes[start...].reverse() }
  }

  public mutating func number(_ value: Double) {
    separate()
    bytes += JSONText.number(value).utf8
  }

  public mutating func boolean(_ value: Bool) {
    separate()
    bytes += (value ? "true" : "false").utf8
  }

  public mutating func value(_ value: JSONValue) {
    separate()
    value.append(to: &bytes)
  }

  /// A value that is JSON already.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    bytes += json
  }

  /// `[value,…]`.
  public mutating func integers(_ values: some Sequence<Int>) {
    array { json in for value in values { json.integer(value) } }
  }

  // MARK: Members

  /// The key of a member; its value comes next.
  public mutating func key(_ key: String) {
    separate()
    JSONText.append(key.utf8, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A member, or nothing where there is no value.
  public mutating func member(_ key: String, _ value: String?) {
    guard let value else { return }
    self.key(key)
    string(value)
  }

  public mutating func member(_ key: String, _ value: Int?) {
    guard let value else { return }
    self.key(key)
    integer(value)
  }

  public mutating func member(_ key: String, _ value: Double?) {
    guard let value else { return }
    self.key(key)
    number(value)
  }

  public mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    boolean(value)
  }

  // MARK: Signs

  private mutating func open(_ sign: UInt8) {
    separate()
    bytes.append(sign)
    needsComma = false
  }

  private mutating func close(_ sign: UInt8) {
    bytes.append(sign)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
