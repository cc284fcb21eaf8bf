import OffprintModel

/// An entity with the lines that its blocks have on the page.
struct OlivePlacedEntity {
  struct Block {
    var role: Role
    /// Indices in the page.
    var lines: Range<Int>
    /// For each line, whether a paragraph begins there.
    var opensParagraph: [Bool]
  }

  var entity: OliveEntity
  var blocks: [Block] = []
}

/// Makes blocks of the primitives of entities.
struct OliveBlocks {
  let styles: OliveStyles
  /// What each primitive is, as the page's own file says.
  let elements: [String: String]
  /// The language; only others are told of blocks.
  let language: String?
  private var lines = 0

  init(styles: OliveStyles, elements: [String: String], language: String?) {
    self.styles = styles
    self.elements = elements
    self.language = language
  }

  mutating func add(_ entity: OliveEntity, to builder: inout PageBuilder) -> OlivePlacedEntity {
    var placed = OlivePlacedEntity(entity: entity)
    let own = entity.language.flatMap(LanguageCode.bcp47)
    for primitive in entity.primitives {
      let element = primitive.id.flatMap { elements[$0] } ?? primitive.element
      builder.beginBlock(
        id: primitive.id ?? "_anon\(builder.blockCount)", box: primitive.box,
        style: primitive.style.map { builder.style(styles[$0]) } ?? 0, language: own == language ? nil : own,
        label: Self.label(of: element, in: entity))
      for line in primitive.lines { add(line, to: &builder) }
      placed.blocks.append(
        .init(
          role: Self.role(of: element, in: entity), lines: lines..<lines + primitive.lines.count,
          opensParagraph: primitive.lines.map(\.opensParagraph)))
      lines += primitive.lines.count
    }
    // The frame of an advertisement with text is no picture: its lines fill it.
    for image in entity.images where !image.isFrame || !entity.hasLines {
      builder.beginBlock(id: image.id ?? "_anon\(builder.blockCount)", kind: .illustration, box: image.box)
    }
    return placed
  }

  private func add(_ line: OliveLine, to builder: inout PageBuilder) {
    builder.beginLine(box: line.box, style: line.style.map { builder.style(styles[$0]) } ?? 0)
    for word in line.words { builder.addWord(word.text, box: word.box, style: builder.style(styles[word.style])) }
    if line.breaksWord, let last = line.words.last {
      // The hyphen is a piece of the word's first half; the pieces of the word vouch for it.
      let mark = last.text.suffix(BreakMark.length(atEndOf: last.text[...]))
      builder.addMark(mark)
      builder.addHalf(.first, wholeWord: line.wholeWord.isEmpty ? nil : line.wholeWord)
    }
    if line.continuesWord { builder.addHalf(.second) }
  }

  /// What the source calls the block; that it is text goes without saying.
  private static func label(of element: String?, in entity: OliveEntity) -> String? {
    if entity.articleType == .advertisement { return "Advertisement" }
    return element == OliveName.content.rawValue ? nil : element
  }

  /// All kinds of headlines are called HedLine_….
  private static func role(of element: String?, in entity: OliveEntity) -> Role {
    if element?.hasPrefix(OliveName.headline.rawValue) == true { return .headline }
    return switch entity.articleType {
    case .advertisement: .advertisementText
    case .illustration: .caption
    default: .paragraph
    }
  }
}
