import OffprintKit

/// One dictionary, as libhunspell holds it.
///
/// A handle serves one thread at a time, and the library keeps a few things for all handles together, so every call
/// goes through the one lock of the library. A question takes about ten microseconds, and the stages ask each form of
/// an issue once.
///
/// `@unchecked Sendable`: handle and encoder are used under that lock only.
final class HunspellDictionary: WordKnowledge, @unchecked Sendable {
  private let library: Guarded<HunspellLibrary>
  private let handle: HunspellLibrary.Handle
  /// Nil if the dictionary is in UTF-8.
  private let encoder: TextEncoder?

  /// Words with more letters are none: the library would look for compounds in them until its time is up, and that
  /// time would be another on another day.
  private static let longestWord = 48

  /// - Returns: nil if the system does not know the dictionary's encoding.
  init?(files: DictionaryFiles, library: Guarded<HunspellLibrary>) {
    let opened = library.withLock { library -> (HunspellLibrary.Handle, String)? in
      guard let handle = library.create(files.affixes, files.words) else { return nil }
      return (handle, library.encoding(handle).map { String(cString: $0) } ?? "ISO8859-1")
    }
    guard let opened else { return nil }
    let isUTF8 = opened.1.lowercased() == "utf-8"
    encoder = isUTF8 ? nil : TextEncoder(to: opened.1)
    guard isUTF8 || encoder != nil else { return nil }
    handle = opened.0
    self.library = library
  }

  func knows(_ word: String) -> Bool {
    guard !word.isEmpty, word.unicodeScalars.count <= Self.longestWord, !word.utf8.contains(0) else { return false }
    return library.withLock { library in
      guard let encoder else { return library.spell(handle, word) != 0 }
      return encoder.encoded(word).map { library.spell(handle, $0) != 0 } ?? false
    }
  }
}
