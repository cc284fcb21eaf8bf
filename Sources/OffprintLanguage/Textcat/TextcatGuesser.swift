import OffprintKit

/// Tells a few languages apart, with a handle for each thread that asks at the same time.
final class TextcatGuesser: LanguageGuessing {
  private let library: TextcatLibrary
  private let make: @Sendable () -> TextcatLibrary.Handle?
  private let idle: Guarded<[TextcatLibrary.Handle]>
  private let languages: [String]

  /// Enough to know a language by; more only takes longer.
  private static let sample = 4096

  /// - Parameter languages: in the order of the handle's numbers.
  /// - Returns: nil if the library cannot use its own files.
  init?(
    languages: [String], library: TextcatLibrary, make: @escaping @Sendable () -> TextcatLibrary.Handle?
  ) {
    guard let first = make() else { return nil }
    self.languages = languages
    self.library = library
    self.make = make
    idle = Guarded([first])
  }

  deinit { idle.withLock { $0.forEach(library.done) } }

  func language(of text: [UInt8]) -> String? {
    guard let handle = idle.withLock({ $0.popLast() }) ?? make() else { return nil }
    defer { idle.withLock { $0.append(handle) } }
    var end = min(text.count, Self.sample)
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    let buffer = text[..<end].map { CChar(bitPattern: $0) } + [0]
    guard let answer = library.classify(handle, buffer, end).map({ String(cString: $0) }), answer.hasPrefix("[") else {
      return nil
    }
    // The best comes first; the others are those nearly as good.
    guard let number = Int(answer.dropFirst().prefix { $0 != "]" }), languages.indices.contains(number) else {
      return nil
    }
    return languages[number]
  }
}
