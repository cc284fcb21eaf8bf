import OffprintDiagnostics
import OffprintModel

/// Decides which version of an item is written, and gives its bytes.
///
/// An item that says what it said stays as it is, byte by byte. One that says something else is the next version. The
/// earlier delivery alone decides, and no clock: the same input, pipeline and earlier delivery give the same bytes.
struct VersionRule {
  /// When this delivery counts as made.
  let created: String

  struct Outcome {
    var bytes: [UInt8]
    var version: ItemVersion
  }

  /// - Parameter render: the item in some version.
  /// - Throws: `OP406` if the new version would not be later than the earlier one.
  func outcome(
    _ id: String, after earlier: EarlierItem?, render: (ItemVersion) throws -> [UInt8]
  ) throws -> Outcome {
    let first = ItemVersion(created: created)
    let bytes = try render(first)
    guard let earlier else { return Outcome(bytes: bytes, version: first) }
    let changes = try EarlierItem(bytes, named: id).substance.changes(from: earlier.substance)
    if changes.isEmpty, !earlier.isCanceled {
      var same = first
      same.number = earlier.version
      return Outcome(bytes: earlier.bytes, version: same)
    }
    let note = Self.note(changes, after: earlier)
    let next = try later(ItemVersion(after: earlier, created: created, note: note), than: earlier, id)
    return Outcome(bytes: try render(next), version: next)
  }

  /// The last version of an item whose article is no more; the earlier bytes if that was written already.
  func withdrawn(
    _ id: String, after earlier: EarlierItem, render: (ItemVersion) throws -> [UInt8]
  ) throws -> [UInt8] {
    if earlier.isCanceled { return earlier.bytes }
    let note = "Version \(earlier.version + 1) withdraws the item: the issue has no such article any more."
    let last = ItemVersion(after: earlier, created: created, note: note, isCanceled: true)
    return try render(try later(last, than: earlier, id))
  }

  private static func note(_ changes: [String], after earlier: EarlierItem) -> String {
    let number = earlier.version
    if earlier.isCanceled {
      return "Version \(number + 1) is usable again, after version \(number) had withdrawn the item."
    }
    return "Version \(number + 1) replaces version \(number). Changed: \(changes.joined(separator: ", "))."
  }

  /// Times that are told in the same zone can be compared as they are written.
  private func later(_ version: ItemVersion, than earlier: EarlierItem, _ id: String) throws -> ItemVersion {
    let isComparable = version.created.dropFirst(19) == earlier.versionCreated.dropFirst(19)
    guard isComparable, version.created <= earlier.versionCreated else { return version }
    throw Diagnostic(
      .versionImpossible,
      "version \(version.number) of '\(id)' would be of \(version.created), and version \(earlier.version) is of"
        + " \(earlier.versionCreated)",
      fix: "give 'created' the time of this delivery",
      notes: [.init("kept", "nothing of the document is exported")])
  }
}
