/// Any JSON value, as a tree: for what is small and whose form must be told to its author in words.
public enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key and its value; members keep their order.
  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  // MARK: Reading

  /// Reads bytes that are one value and nothing else.
  ///
  /// - Throws: `JSONScanner.Fault`, also for a key that stands twice in an object.
  public init(_ bytes: [UInt8]) throws {
    var scanner = JSONScanner(bytes)
    self = try Self.value(&scanner)
    guard scanner.next() == 0, scanner.at >= bytes.count else { throw scanner.fault("more follows after the value") }
  }

  /// Reads the value at which a scanner stands.
  public static func value(_ scanner: inout JSONScanner) throws -> JSONValue {
    switch scanner.next() {
    case UInt8(ascii: "{"):
      var members: [Member] = []
      try scanner.object { scanner, key in
        if members.contains(where: { $0.key == key }) { throw scanner.fault("'\(key)' stands twice") }
        members.append(Member(key, try value(&scanner)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try scanner.array { values.append(try value(&$0)) }
      return .array(values)
    case UInt8(ascii: "\""): return .string(try scanner.string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try scanner.boolean())
    case UInt8(ascii: "n"):
      guard scanner.passesNull() else { throw scanner.fault("a value is wanted") }
      return .null
    case 0: throw scanner.fault("a value is wanted, and here is the end")
    default: return .number(try scanner.number())
    }
  }

  /// The value of a member; nil if it is not there or `null`, or if this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self, let member = members.first(where: { $0.key == key }) else { return nil }
    return member.value == .null ? nil : member.value
  }

  // MARK: Writing

  /// An object without the members that have no value.
  public static func members(_ members: (String, JSONValue?)...) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  public static func integer(_ value: Int) -> JSONValue { .number(Double(value)) }
  public static func strings(_ values: some Sequence<String>) -> JSONValue { .array(values.map(JSONValue.string)) }

  /// The value on one line.
  public var text: String {
    var out: [UInt8] = []
    append(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  public func append(to out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .boolean(let value): out += (value ? "true" : "false").utf8
    case .number(let value): out += JSONText.number(value).utf8
    case .string(let value): JSONText.append(value.utf8, to: &out)
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        value.append(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        JSONText.append(member.key.utf8, to: &out)
        out.append(UInt8(ascii: ":"))
        member.value.append(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }
}
