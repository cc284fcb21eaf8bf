#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that are put together for an XML file.
///
/// An array would be asked for its owner, and grown by a call that is not inlined, for each of the twenty pieces that a
/// word of a page has; that took a third of what a writer of words costs. Nobody reads beyond `count`, and nothing is
/// written before room was made for it.
final class XMLBuffer {
  // Never changed while another access lasts: no closure is called in between.
  @exclusivity(unchecked) private var base: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity = 1 << 12
  /// How many characters that XML cannot hold were replaced by U+FFFD.
  var replaced = 0

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  var isEmpty: Bool { count == 0 }

  /// The bytes from a place on, until the next change.
  func bytes(from start: Int = 0) -> UnsafeBufferPointer<UInt8> {
    precondition(start <= count, "a place in the buffer")
    return UnsafeBufferPointer(start: base + start, count: count - start)
  }

  func removeAll() { count = 0 }

  /// Takes away all from a place on.
  func remove(from start: Int) {
    precondition(start <= count, "a place in the buffer")
    count = start
  }

  @inline(__always)
  func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count &+= 1
  }

  @inline(__always)
  func append(_ literal: StaticString) {
    append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if bytes.count > capacity &- count { grow(by: bytes.count) }
    memcpy(base + count, source, bytes.count)
    count &+= bytes.count
  }

  @inline(never)
  private func grow(by more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
  }
}
