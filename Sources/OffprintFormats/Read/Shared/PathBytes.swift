/// A path as the bytes that it is. Swift takes texts for equal that Unicode calls so, an `ü` as one character and as two;
/// for most file systems these are two files.
struct PathBytes: Hashable {
  let path: String

  init(_ path: String) { self.path = path }

  static func == (a: PathBytes, b: PathBytes) -> Bool { a.path.utf8.elementsEqual(b.path.utf8) }

  func hash(into hasher: inout Hasher) {
    for byte in path.utf8 { hasher.combine(byte) }
  }
}
