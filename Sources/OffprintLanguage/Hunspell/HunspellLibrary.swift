/// The functions of libhunspell that are called, as `hunspell.h` (1.7) has them.
struct HunspellLibrary: Sendable {
  typealias Handle = UnsafeMutableRawPointer
  typealias Create = @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Handle?
  typealias Spell = @convention(c) (Handle, UnsafePointer<CChar>) -> CInt
  typealias Encoding = @convention(c) (Handle) -> UnsafePointer<CChar>?

  static let names = [
    "libhunspell-1.7.so.0", "libhunspell-1.7.so", "libhunspell.so", "libhunspell-1.7.0.dylib",
    "/opt/homebrew/lib/libhunspell-1.7.0.dylib",
  ]

  /// `Hunhandle *Hunspell_create(const char *affpath, const char *dpath)`
  let create: Create
  /// `int Hunspell_spell(Hunhandle *, const char *)`: 0 for a word it does not know.
  let spell: Spell
  /// `const char *Hunspell_get_dic_encoding(Hunhandle *)`
  let encoding: Encoding
  let path: String

  init?(anyOf names: [String]) {
    guard let library = SharedLibrary(anyOf: names),
      let create = library.function("Hunspell_create", as: Create.self),
      let spell = library.function("Hunspell_spell", as: Spell.self),
      let encoding = library.function("Hunspell_get_dic_encoding", as: Encoding.self)
    else { return nil }
    self.create = create
    self.spell = spell
    self.encoding = encoding
    path = library.path(ofFunction: "Hunspell_create") ?? names[0]
  }
}
