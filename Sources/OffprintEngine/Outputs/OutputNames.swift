import OffprintDiagnostics

/// The paths that this run has written, so that no document replaces another's file.
///
/// A run may write millions of files, so a path is remembered by its 128-bit FNV-1a sum (Fowler, Noll, Vo), 16 bytes
/// instead of a hundred; that two paths share one is less likely than a fault of the memory.
struct OutputNames: Sendable {
  private struct Owner {
    var document: Int32
    var writer: Int32
    var isShared: Bool
  }

  private var owners: [UInt128: Owner] = [:]

  /// The document that holds the path of a product already; nil if it may be written.
  func holder(of product: PlacedProduct) -> Int? {
    guard let owner = owners[Self.sum(product.path)] else { return nil }
    let shares = owner.isShared && product.target == .shared && owner.writer == Int32(product.writer)
    return shares ? nil : Int(owner.document)
  }

  mutating func take(_ product: PlacedProduct, for document: Int) {
    owners[Self.sum(product.path)] = Owner(
      document: Int32(clamping: document), writer: Int32(product.writer), isShared: product.target == .shared)
  }

  /// The path without empty parts and `.`; what the system takes as the same path is mostly spelt the same then.
  static func normalised(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func sum(_ path: String) -> UInt128 {
    var sum: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in path.utf8 { sum = (sum ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
    return sum
  }
}
