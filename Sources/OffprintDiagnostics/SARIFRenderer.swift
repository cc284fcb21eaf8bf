import OffprintJSON

/// Writes messages as one SARIF 2.1.0 log, the form that editors and code-review tools read
/// (OASIS, Static Analysis Results Interchange Format).
public struct SARIFRenderer: Sendable {
  public init() {}

  public func render(_ diagnostics: [Diagnostic]) -> String {
    let codes = Set(diagnostics.map(\.code)).sorted { $0.id < $1.id }
    let rules = codes.map {
      JSONText.object([
        ("id", JSONText.string($0.id)),
        ("shortDescription", JSONText.object([("text", JSONText.string($0.title))])),
        ("fullDescription", JSONText.object([("text", JSONText.string($0.explanation))])),
      ])
    }
    let driver = JSONText.object([("name", JSONText.string("offprint")), ("rules", JSONText.array(rules))])
    let run = JSONText.object([
      ("tool", JSONText.object([("driver", driver)])),
      // Columns count code points here; SARIF takes UTF-16 units unless told.
      ("columnKind", JSONText.string("unicodeCodePoints")),
      ("results", JSONText.array(diagnostics.map(result))),
    ])
    return JSONText.object([("version", JSONText.string("2.1.0")), ("runs", JSONText.array([run]))])
  }

  /// A path as a relative or absolute URI reference: all but the unreserved characters of RFC 3986 and `/` escaped.
  private static func uri(_ path: String) -> String {
    var out: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func result(_ diagnostic: Diagnostic) -> String {
    let words = [diagnostic.summary, diagnostic.fix].compactMap { $0 }.joined(separator: "; ")
    var members = [
      ("ruleId", JSONText.string(diagnostic.code.id)),
      ("level", JSONText.string(diagnostic.severity.rawValue)),
      ("message", JSONText.object([("text", JSONText.string(words))])),
    ]
    if let place = diagnostic.place {
      var physical = [("artifactLocation", JSONText.object([("uri", JSONText.string(Self.uri(place.file)))]))]
      if let line = place.line {
        var region = [("startLine", String(line))]
        if let column = place.column { region.append(("startColumn", String(column))) }
        physical.append(("region", JSONText.object(region)))
      }
      let location = JSONText.object([("physicalLocation", JSONText.object(physical))])
      members.append(("locations", JSONText.array([location])))
    }
    return JSONText.object(members)
  }
}
