/// Turns UTF-8 into the encoding of a dictionary, with the system's own `iconv`.
///
/// `@unchecked Sendable`: whoever holds one uses it under a lock, as a descriptor serves one thread at a time.
final class TextEncoder: @unchecked Sendable {
  private typealias Descriptor = UnsafeMutableRawPointer
  private typealias Open = @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Descriptor?
  private typealias Convert =
    @convention(c) (
      Descriptor, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, UnsafeMutablePointer<Int>?,
      UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, UnsafeMutablePointer<Int>?
    ) -> Int
  private typealias Close = @convention(c) (Descriptor) -> CInt

  private let descriptor: Descriptor
  private let convert: Convert
  private let close: Close

  /// - Returns: nil if the system does not know the encoding.
  init?(to encoding: String) {
    // Part of the C library on Linux, a library of its own on macOS.
    guard let system = SharedLibrary(anyOf: ["libc.so.6", "libc.so", "libiconv.2.dylib"]),
      let open = system.function("iconv_open", as: Open.self), let convert = system.function("iconv", as: Convert.self),
      let close = system.function("iconv_close", as: Close.self)
    else { return nil }
    // The failure of `iconv_open` is (iconv_t)-1, not NULL.
    guard let descriptor = open(Self.systemName(of: encoding), "UTF-8"), Int(bitPattern: descriptor) != -1 else {
      return nil
    }
    self.descriptor = descriptor
    self.convert = convert
    self.close = close
  }

  deinit { _ = close(descriptor) }

  /// `word` in the encoding, with a zero byte at its end; nil if it has letters that the encoding has not.
  func encoded(_ word: String) -> [CChar]? {
    var input = word.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 1)
    let isWhole = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = target.count - 1
        _ = convert(descriptor, nil, nil, nil, nil)
        // A positive result counts letters that were replaced by others.
        return convert(descriptor, &from, &left, &to, &room) == 0 && left == 0
      }
    }
    return isWhole ? output : nil
  }

  /// Dictionaries write `ISO8859-1` and `microsoft-cp1251`.
  private static func systemName(of encoding: String) -> String {
    let name = encoding.lowercased()
    if name.hasPrefix("microsoft-") { return String(name.dropFirst("microsoft-".count)).uppercased() }
    return name.hasPrefix("iso8859-") ? "ISO-8859-" + name.dropFirst("iso8859-".count) : encoding.uppercased()
  }
}
