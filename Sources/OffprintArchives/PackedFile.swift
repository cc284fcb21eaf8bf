import OffprintDiagnostics

/// A single file that is packed as it stands, such as `0001.xml.gz`.
public enum PackedFile {
  /// - Parameters:
  ///   - bytes: the packed file; what is not packed is given back as it is.
  ///   - limit: how many bytes it may have unpacked.
  /// - Throws: `OP220` if it is damaged or cut off, `OP221` if it becomes too large.
  public static func unpacked(_ bytes: [UInt8], named path: String, atMost limit: Int) throws -> [UInt8] {
    guard Packing(head: bytes.prefix(8)) != nil else { return bytes }
    let pass = try ArchivePass(ByteFile(path, .memory(bytes)), .packed)
    guard try pass.next() != nil else { return [] }
    let most = min(limit, UnpackLimits.largestMember)
    let allowed = min(most, max(UnpackLimits.ratioCounts, bytes.count.saturating(times: UnpackLimits.greatestRatio)))
    let unpacked = try pass.bytes(atMost: allowed + 1)
    guard unpacked.count <= allowed else {
      throw allowed < most ? Diagnostic.ratio(path) : Diagnostic.tooLarge(path)
    }
    return unpacked
  }

  /// The first bytes, from the first bytes of the packed file.
  ///
  /// - Throws: `OP220` if they cannot be unpacked.
  public static func head(_ bytes: [UInt8], named path: String, count: Int) throws -> [UInt8] {
    guard Packing(head: bytes.prefix(8)) != nil else { return bytes }
    let pass = try ArchivePass(ByteFile(path, .memory(bytes)), .packed)
    guard try pass.next() != nil else { return [] }
    return try pass.bytes(atMost: count, isWhole: false)
  }
}

extension Int {
  fileprivate func saturating(times factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
