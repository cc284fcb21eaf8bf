import Yams

/// Composes YAML in which a key stands twice in a map, so that the other mistakes of the file can be told with it.
///
/// Yams gives up at such a key and tells only where the first of the two stands. One code point of that first key is
/// therefore masked by a character of a private use plane, which moves no column, and the text is composed again;
/// whoever walks the nodes takes the mask off.
struct RepeatedKeys {
  private struct Place: Hashable {
    var line: Int
    var column: Int
  }

  private var text: String
  /// The code points that were masked, by the place of their key.
  private var masked: [Place: Unicode.Scalar] = [:]
  /// More than anybody repeats; each costs another reading of the file.
  private static let most = 100
  private static let mask: ClosedRange<UInt32> = 0xF0000...0xF0FFF

  init(_ text: String) { self.text = text }

  /// - Throws: `YamlError`, also for a key that stands twice and could not be masked.
  mutating func compose() throws -> Node? {
    while true {
      do {
        // Types are not for YAML to guess, and its guesses take time.
        return try Yams.compose(yaml: text, .basic)
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(_, let context) = error, masked.count < Self.most,
          hide(Place(line: context.mark.line, column: context.mark.column))
        else { throw error }
      }
    }
  }

  /// The key as it stands in the file.
  func unmasked(_ key: String, line: Int?, column: Int?) -> String {
    guard !masked.isEmpty, let line, let column, let original = masked[Place(line: line, column: column)] else {
      return key
    }
    var scalars = String.UnicodeScalarView()
    for scalar in key.unicodeScalars { scalars.append(Self.mask.contains(scalar.value) ? original : scalar) }
    return String(scalars)
  }

  private mutating func hide(_ place: Place) -> Bool {
    var scalars = Array(text.unicodeScalars)
    var (line, at) = (1, 0)
    while line < place.line, at < scalars.count {
      if scalars[at] == "\n" { line += 1 }
      at += 1
    }
    at += place.column - 1
    guard scalars.indices.contains(at + 1), masked[place] == nil else { return false }
    if scalars[at] == "\"" || scalars[at] == "'" { at += 1 }
    let isPlain = scalars[at].properties.isAlphabetic || ("0"..."9").contains(scalars[at]) || scalars[at] == "_"
    guard isPlain, let mask = Unicode.Scalar(Self.mask.lowerBound + UInt32(masked.count)) else { return false }
    masked[place] = scalars[at]
    scalars[at] = mask
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    return true
  }
}
