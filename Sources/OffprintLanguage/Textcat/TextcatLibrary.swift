#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The functions of libexttextcat that are called, as `textcat.h` (3.4) has them.
///
/// CLD2 was tried beside it on 2,982 blocks of newspaper OCR: as often right from 160 letters on, oftener silent below,
/// without Luxembourgish, and with C++ names only. The library keeps nothing outside its handles.
struct TextcatLibrary: Sendable {
  typealias Handle = UnsafeMutableRawPointer
  typealias Initialise = @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Handle?
  typealias Classify = @convention(c) (Handle, UnsafePointer<CChar>, Int) -> UnsafePointer<CChar>?
  typealias Done = @convention(c) (Handle) -> Void

  static let names = [
    "libexttextcat-2.0.so.0", "libexttextcat-2.0.so", "libexttextcat-2.0.0.dylib",
    "/opt/homebrew/lib/libexttextcat-2.0.0.dylib",
  ]

  /// `void *special_textcat_Init(const char *conffile, const char *prefix)`
  private let initialise: Initialise
  /// `char *textcat_Classify(void *handle, const char *buffer, size_t size)`: `[name]` of the best, and of those that
  /// are nearly as good, or a word in capitals.
  let classify: Classify
  /// `void textcat_Done(void *handle)`
  let done: Done
  let path: String

  init?(anyOf names: [String]) {
    guard let library = SharedLibrary(anyOf: names),
      let initialise = library.function("special_textcat_Init", as: Initialise.self),
      let classify = library.function("textcat_Classify", as: Classify.self),
      let done = library.function("textcat_Done", as: Done.self)
    else { return nil }
    self.initialise = initialise
    self.classify = classify
    self.done = done
    path = library.path(ofFunction: "textcat_Classify") ?? names[0]
  }

  /// A handle that knows the languages whose fingerprints are in these files; it calls them by their number.
  ///
  /// The library takes their list from a file, which is gone when it has been read.
  func handle(fingerprints: [String], in folder: String) -> Handle? {
    var list = ""
    for (number, file) in fingerprints.enumerated() { list += "\(file) \(number)\n" }
    let folders = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = "\(folders)/offprint-languages-XXXXXX".utf8CString.map(\.self)
    let file = mkstemp(&path)
    guard file >= 0 else { return nil }
    defer {
      unlink(path)
      close(file)
    }
    let bytes = Array(list.utf8)
    guard write(file, bytes, bytes.count) == bytes.count else { return nil }
    return initialise(path, folder + "/")
  }
}
