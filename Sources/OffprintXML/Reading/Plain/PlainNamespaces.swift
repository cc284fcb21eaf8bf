#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The namespaces that are declared where a file is being read.
struct PlainNamespaces {
  private struct Declaration {
    /// Nil for the default namespace.
    var prefix: UnsafePointer<UInt8>?
    /// Nil where a default namespace ends.
    var uri: UnsafePointer<UInt8>?
    var depth: Int
  }

  private var declared: [Declaration] = []
  /// The depth of the last declaration.
  private var deepest = -1
  /// The namespace of names without a prefix.
  private(set) var byDefault: UnsafePointer<UInt8>?

  /// Takes a declaration of the element at a depth. False for what the specification reserves or forbids, or an
  /// element that declares a prefix twice: libxml2 has its word for it.
  mutating func declare(_ prefix: UnsafePointer<UInt8>?, _ uri: UnsafePointer<UInt8>, depth: Int) -> Bool {
    let isReserved = strstr(uri, "w3.org/2000/xmlns") != nil || strstr(uri, "w3.org/XML/1998") != nil
    guard !isReserved, !declared.contains(where: { $0.depth == depth && $0.prefix == prefix }) else { return false }
    if let prefix {
      guard uri[0] != 0, strncasecmp(prefix, "xml", 3) != 0 else { return false }
    } else {
      byDefault = uri[0] == 0 ? nil : uri
    }
    deepest = depth
    declared.append(Declaration(prefix: prefix, uri: uri[0] == 0 ? nil : uri, depth: depth))
    return true
  }

  /// Forgets what the element at a depth has declared.
  @inline(__always)
  mutating func end(depth: Int) {
    guard depth <= deepest else { return }
    forget(depth)
  }

  private mutating func forget(_ depth: Int) {
    while declared.last?.depth == depth { declared.removeLast() }
    byDefault = declared.last { $0.prefix == nil }?.uri
    deepest = declared.last?.depth ?? -1
  }

  /// The namespace that a prefix stands for; nil for one that nobody has declared.
  func uri(of prefix: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    declared.last { $0.prefix == prefix }?.uri
  }

  /// True for `xml`, which needs no declaration.
  static func isXML(_ prefix: UnsafePointer<UInt8>) -> Bool { strcmp(prefix, "xml") == 0 }
}
