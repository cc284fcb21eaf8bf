/// The file that describes a delivery, kept so that a writer can add to it and leave the rest as it is.
public struct Delivery: Sendable {
  /// Its path as in the issue's `sources`.
  public var path: String
  /// All of it, as it was read.
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// How a page stands in an ALTO file of its delivery, so that writers can point into the file.
public struct ALTOSource: Hashable, Sendable {
  /// The ID that the delivery's METS file has for the ALTO file; nil if there is no METS file.
  public var fileID: String?

  public init(fileID: String? = nil) { self.fileID = fileID }
}
