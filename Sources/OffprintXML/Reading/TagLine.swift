import CLibXML2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where to ask for the line on which a tag ends. Few handlers ask, so that it is told when they do.
enum TagLine {
  case parser(xmlParserCtxtPtr?)
  case counted(UnsafeMutablePointer<LineCount>)

  /// From 1.
  var number: Int {
    switch self {
    case .parser(let parser): Int(parser?.pointee.input?.pointee.line ?? 1)
    case .counted(let count): count.pointee.line()
    }
  }
}

/// Counts the lines of a file as far as somebody wants to know.
struct LineCount {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var counted = 0
  private var lines = 1
  /// The place that is asked for; it never goes back.
  var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func line() -> Int {
    guard let base = bytes.baseAddress else { return lines }
    while counted < place, let end = memchr(base + counted, 0x0A, place - counted) {
      lines += 1
      counted = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(end)) + 1
    }
    counted = max(counted, place)
    return lines
  }
}
