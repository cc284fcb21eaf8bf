import CXXHash

/// A 128-bit sum of bytes (XXH3), by which it is known whether a file is still the same. It guards against change and
/// damage, not against somebody who forges files.
struct Digest: Hashable, Sendable {
  private var high: UInt64
  private var low: UInt64

  init(of bytes: some Sequence<UInt8>) {
    let sum =
      bytes.withContiguousStorageIfAvailable { XXH3_128bits($0.baseAddress, $0.count) }
      ?? Array(bytes).withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    self.init(sum)
  }

  /// 32 hexadecimal digits; nil if they are not that.
  init?(hex: String) {
    guard hex.utf8.count == 32, let high = UInt64(hex.prefix(16), radix: 16),
      let low = UInt64(hex.suffix(16), radix: 16)
    else { return nil }
    (self.high, self.low) = (high, low)
  }

  fileprivate init(_ sum: XXH128_hash_t) { (high, low) = (sum.high64, sum.low64) }

  var hex: String { Self.hex(high) + Self.hex(low) }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Sums bytes that come in pieces.
  final class Running {
    private let state = XXH3_createState()

    init() { XXH3_128bits_reset(state) }
    deinit { XXH3_freeState(state) }

    func add(_ bytes: UnsafeRawBufferPointer) { XXH3_128bits_update(state, bytes.baseAddress, bytes.count) }
    var digest: Digest { Digest(XXH3_128bits_digest(state)) }
  }
}
