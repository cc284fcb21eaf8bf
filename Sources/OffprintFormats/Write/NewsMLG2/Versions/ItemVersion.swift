import OffprintXML

/// Which version of an item is written, and what is said of the one before.
struct ItemVersion {
  var number = 1
  /// When this version was made, and when the first: ISO 8601.
  var created: String
  var first: String
  /// What is other than in the version before; nil for the first.
  var note: String?
  var isCanceled = false

  /// The first version of an item.
  init(created: String) {
    self.created = created
    first = created
  }

  /// The version that follows an earlier one.
  init(after earlier: EarlierItem, created: String, note: String, isCanceled: Bool = false) {
    number = earlier.version + 1
    self.created = created
    first = earlier.firstCreated
    self.note = note
    self.isCanceled = isCanceled
  }

  var status: String { isCanceled ? "canceled" : "usable" }

  /// What stands behind the titles of itemMeta: the editor's note and the signal.
  func writeNote(_ xml: XMLWriter) {
    xml.leaf("edNote", ["role": Self.noteRole, "xml:lang": "en"], text: note)
  }

  func writeSignal(_ xml: XMLWriter) {
    if note != nil, !isCanceled { xml.element("signal", ["qcode": "sig:correction"]) }
  }

  /// The link to the version before, which has the same guid.
  func writeLink(_ xml: XMLWriter, guid: String) {
    guard number > 1 else { return }
    xml.element("link", ["rel": Self.previous, "residref": guid, "version": String(number - 1)])
  }

  static let noteRole = "oprole:version-note"
  static let previous = "irel:previousVersion"
}
