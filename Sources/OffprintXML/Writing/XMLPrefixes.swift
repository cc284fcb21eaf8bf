/// The prefixes that those in the names of the program stand for in a document; the empty one stands for none.
struct XMLPrefixes {
  let written: [String: String]

  /// Lends a name as it stands in the document, with a zero byte behind it.
  @inline(__always)
  func withName<Result>(_ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard !written.isEmpty else { return name.withUTF8Buffer(body) }
    return withWrittenName(name, body)
  }

  private func withWrittenName<Result>(
    _ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let parts = name.description.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let own = written[parts[0]] else { return name.withUTF8Buffer(body) }
    let whole = own.isEmpty ? parts[1] : "\(own):\(parts[1])"
    return Array(whole.utf8 + [0]).withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0.dropLast())) }
  }
}
