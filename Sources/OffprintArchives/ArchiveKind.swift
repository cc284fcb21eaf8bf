/// What a file is packed as, by its name and by its first bytes.
public enum ArchiveKind: String, Sendable {
  case zip, tar
  /// A tar that is packed as a whole.
  case packedTar = "packed tar"

  /// By the ending of a file's name; nil if it is none of an archive.
  public init?(name: String) {
    guard let kind = Self.endings.first(where: { name.hasEnding($0.ending) })?.kind else { return nil }
    self = kind
  }

  /// By the first bytes of a file, at least 512 of them, unpacked if they were packed.
  public init?(head: [UInt8], isPacked: Bool) {
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      if isPacked { return nil }
      self = .zip
    } else if head.count >= 263, head[257..<262].elementsEqual("ustar".utf8) {
      self = isPacked ? .packedTar : .tar
    } else {
      return nil
    }
  }

  private static let endings: [(ending: String, kind: ArchiveKind)] = [
    (".zip", .zip), (".tar", .tar), (".tar.gz", .packedTar), (".tgz", .packedTar), (".tar.bz2", .packedTar),
    (".tbz2", .packedTar), (".tbz", .packedTar), (".tar.xz", .packedTar), (".txz", .packedTar),
    (".tar.zst", .packedTar), (".tzst", .packedTar),
  ]
}

/// How a single file is packed.
public enum Packing: String, Sendable, CaseIterable {
  case gzip = "gz"
  case bzip2 = "bz2"
  case xz
  case zstandard = "zst"

  /// By the first bytes; no XML file and no text begins with these.
  public init?(head: some Collection<UInt8>) {
    guard let packing = Self.allCases.first(where: { head.starts(with: $0.magic) }) else { return nil }
    self = packing
  }

  /// By the ending of a file's name.
  public init?(name: String) {
    guard let packing = Self.allCases.first(where: { name.hasEnding($0.ending) }) else { return nil }
    self = packing
  }

  /// `.gz` and so on.
  public var ending: String { "." + rawValue }

  private var magic: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B, 8]
    case .bzip2: [0x42, 0x5A, 0x68]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }
}

extension String {
  /// True if the text ends so, in either case of ASCII letters, and is not that alone. Every file is asked, and most
  /// part from every ending with their last letter.
  fileprivate func hasEnding(_ ending: String) -> Bool {
    utf8.count > ending.utf8.count
      && zip(utf8.reversed(), ending.utf8.reversed()).allSatisfy { byte, wanted in
        byte == wanted || byte | 0x20 == wanted && (0x41...0x5A).contains(byte)
      }
  }
}
