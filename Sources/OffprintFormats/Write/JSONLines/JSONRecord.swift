import OffprintDiagnostics
import OffprintJSON
import OffprintXML

/// Builds one JSON value in bytes, members in the order in which they are added. Texts hold what XML could hold, so
/// that all outputs agree.
struct JSONRecord {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ content: (inout JSONRecord) -> Void) {
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  mutating func object(_ content: (inout JSONRecord) -> Void) {
    separate()
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  mutating func object(_ name: StaticString, _ content: (inout JSONRecord) -> Void) {
    key(name)
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  mutating func array<S: Sequence>(
    _ name: StaticString, _ elements: S, _ each: (inout JSONRecord, S.Element) -> Void
  ) {
    key(name)
    nest(UInt8(ascii: "["), UInt8(ascii: "]")) { record in
      for element in elements { each(&record, element) }
    }
  }

  /// A text; nil is left out.
  mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    clean(value)
  }

  /// A text that is clean already.
  mutating func text(_ name: StaticString, _ value: some Sequence<UInt8>) {
    key(name)
    JSONText.append(value, to: &bytes)
  }

  mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A share of a whole; nil is left out.
  mutating func share(_ name: StaticString, _ value: Double?) {
    guard let value else { return }
    key(name)
    bytes.append(contentsOf: Decimals.share(value).utf8)
  }

  /// Texts by their language, as IIIF has them: `"label":{"de":["Feuer"]}`, `none` where it is not known.
  mutating func texts(_ name: StaticString, in language: String?, _ values: [String]) {
    object(name) { map in
      map.separate()
      map.clean(language ?? "none")
      map.bytes.append(UInt8(ascii: ":"))
      map.nest(UInt8(ascii: "["), UInt8(ascii: "]")) { list in for value in values { list.element(value) } }
    }
  }

  mutating func element(_ value: String) {
    separate()
    clean(value)
  }

  /// A text that is clean already.
  mutating func element(_ value: [UInt8]) {
    separate()
    JSONText.append(value, to: &bytes)
  }

  private mutating func clean(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      if XMLText.faults(in: utf8) == 0 {
        JSONText.append(utf8, to: &bytes)
      } else {
        JSONText.append(XMLText.cleaned(utf8).bytes, to: &bytes)
      }
    }
  }

  mutating func element(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }
}
