import OffprintModel

/// The ids in an ALTO file: those of the source where they can stand, others made anew, each once in the file.
struct ALTOIdentifiers {
  private(set) var blocks: [String] = []
  private(set) var lines: [String] = []
  private var taken: Set<String> = []

  init(of page: Page) {
    // The source's own come first, so that none of ours takes their place.
    var ofBlocks = page.blocks.map { take($0.id) }
    var ofLines = page.lines.map { $0.sourceID.flatMap { take($0) } }
    for (index, block) in page.blocks.enumerated() {
      let id = ofBlocks[index] ?? fresh("block\(index + 1)")
      ofBlocks[index] = id
      for (number, line) in block.lines.indices.enumerated() where ofLines[line] == nil {
        ofLines[line] = fresh("\(id)_l\(number)")
      }
    }
    blocks = ofBlocks.compactMap { $0 }
    lines = ofLines.compactMap { $0 }
  }

  /// The id itself, or with the first number that makes it new.
  mutating func fresh(_ id: String) -> String {
    var candidate = id
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(id)_\(number)"
      number += 1
    }
    return candidate
  }

  /// The id if XML takes it and nothing has it yet.
  private mutating func take(_ id: String) -> String? {
    Self.isValid(id) && taken.insert(id).inserted ? id : nil
  }

  /// A name of XML without a colon (Namespaces in XML 1.0, production 4), in ASCII.
  static func isValid(_ id: String) -> Bool {
    guard let first = id.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
    return id.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
