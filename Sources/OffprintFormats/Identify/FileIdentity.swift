/// What a file is, as far as can be seen without reading it as a document.
public struct FileIdentity: Hashable, Sendable {
  /// What it is for an operator.
  public enum Use: String, Sendable {
    /// Text of pages, or what leads to it.
    case text
    /// It comes with deliveries and has no text of pages: metadata, images, lists of checksums.
    case companion
    /// It may be text of pages, and cannot be read as it is: broken, empty, packed in a way that is not known.
    case unusable
    /// Nobody knows.
    case unknown
  }

  /// Such as `ALTO`, `METS`, `TIFF image`.
  public var kind: String
  /// Its version, dialect and maker, the most telling first: `3.1`, `mm10`, `CCS docWorks/METAe 6.7-1`.
  public var profile: [String] = []
  public var use: Use
  /// The reader that takes such files, whether or not this command has it.
  public var reader: String?
  /// What is unusual about it: an encoding, no namespace, a wrong suffix.
  public var oddities: [String] = []
  /// Why it cannot be used, or what it is for.
  public var remark: String?
  /// True for XML and HTML.
  var isXML = false

  public init(
    _ kind: String, _ profile: [String?] = [], use: Use = .text, reader: String? = nil, oddities: [String] = [],
    remark: String? = nil
  ) {
    self.kind = kind
    self.profile = profile.compactMap { $0 }.filter { !$0.isEmpty }
    self.use = use
    self.reader = reader
    self.oddities = oddities
    self.remark = remark
  }
}
