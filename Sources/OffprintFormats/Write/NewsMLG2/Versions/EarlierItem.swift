import OffprintDiagnostics
import OffprintXML

/// An item as it was handed on earlier.
struct EarlierItem: Sendable {
  let bytes: [UInt8]
  let guid: String
  let version: Int
  let versionCreated: String
  let firstCreated: String
  let isCanceled: Bool
  let title: String
  let substance: ItemSubstance
  /// Guids of the items that a package names, and of those that it says were withdrawn.
  let members: [String]

  /// - Throws: `OP406` if it is no item that can be followed by another version.
  init(_ bytes: [UInt8], named name: String) throws {
    guard let root = try? XMLReadBack.root(of: bytes), root.name == "newsItem" || root.name == "packageItem",
      let guid = root["guid"], let version = root["version"].flatMap({ Int($0) }), version > 0,
      let meta = root.child("itemMeta"), let created = meta.child("versionCreated")?.text
    else { throw Diagnostic.unusable(name, "is no item of NewsML-G2 with a guid, a version and its time") }
    self.bytes = bytes
    self.guid = guid
    self.version = version
    versionCreated = created
    firstCreated = meta.child("firstCreated")?.text ?? created
    isCanceled = meta.child("pubStatus")?["qcode"] == "stat:canceled"
    title = meta.child("title")?.text ?? ""
    substance = ItemSubstance(root)
    members =
      root.all.filter { $0.name == "itemRef" }.compactMap { $0["residref"] }
      + meta.children.filter { $0.name == "itemMetaExtProperty" && $0["rel"] == NewsPackage.withdrawn }
      .compactMap { $0["value"] }
  }
}

extension Diagnostic {
  static func unusable(_ name: String, _ fault: String, fix: String? = nil) -> Diagnostic {
    Diagnostic(
      .versionImpossible, "'\(name)' of the earlier delivery \(fault)", fix: fix,
      notes: [.init("kept", "nothing of the document is exported")])
  }
}
