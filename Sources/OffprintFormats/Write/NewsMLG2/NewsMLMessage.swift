import OffprintXML

/// An issue as one newsMessage: its package and all its items, each as it would stand in a file of its own.
struct NewsMLMessage {
  let document: NewsMLDocument
  /// The package first.
  let items: [[UInt8]]

  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element("newsMessage", ["xmlns": NewsMLDocument.namespace]) {
      xml.element("header") {
        xml.leaf("sent", text: document.created)
        xml.leaf("sender", text: document.provider)
        xml.leaf("transmitId", text: document.tag("\(document.issue.id)/\(document.created)"))
      }
      xml.mixed("itemSet") {
        for item in items { xml.document(item) }
      }
    }
    return try xml.finish()
  }
}

/// What a file of NewsML-G2 holds.
public enum NewsMLUnit: String, CaseIterable, Sendable {
  /// One item: a file for each article, and one for the package.
  case item
  /// All items of an issue, as a newsMessage.
  case message
}
