import OffprintModel
import OffprintXML

/// The languages that FineReader found in the blocks of a page.
///
/// It says a language of every few words, and of names and misread words a wrong one, so that only what most letters
/// of a page or a longer block agree on is taken.
struct ABBYYLanguages {
  /// Letters since the begin of the open formatting.
  var letters = 0
  private var current: String?
  private var blocks: [LanguageCount] = []
  /// Names as they are written, with what they mean.
  private var known: [(written: [UInt8], language: String?)] = []

  mutating func name(_ written: XMLBytes) -> String? {
    if let found = known.first(where: { written.equals($0.written) }) { return found.language }
    let language = ABBYYLanguage.bcp47(written.string)
    known.append((Array(written.bytes), language))
    return language
  }

  mutating func beginText(_ written: XMLBytes?) {
    letters = 0
    current = written.flatMap { name($0) }
  }

  mutating func endText(ofBlock block: Int) {
    guard block >= 0, letters > 0, let current else { return }
    while blocks.count <= block { blocks.append(LanguageCount()) }
    blocks[block].add(letters, current)
    letters = 0
  }

  /// Says the language of a page, and of its blocks that are in another. The count begins anew.
  mutating func apply(to page: inout Page, main: String?) {
    var all = LanguageCount()
    for block in blocks { all.add(block) }
    // Of a few words none may be a name or misread, and what the file says of itself comes first.
    page.language = all.language(of: 0.5, atLeast: 100) ?? main ?? all.language(of: 0.9, atLeast: 20)
    for (index, block) in blocks.enumerated() where index < page.blocks.count {
      guard let language = block.language(of: 0.75, atLeast: 60), language != page.language else { continue }
      page.setLanguage(language, ofBlock: index)
    }
    blocks = []
  }
}
