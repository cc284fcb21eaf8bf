import CLibXML2
import OffprintDiagnostics

/// Walks through a document that we wrote ourselves, for checks of our own output.
///
/// Not for documents of others: the whole document is in memory and no limits are set but libxml2's own.
public enum XMLReadBack {
  /// An element with the text that stands directly in it.
  public struct Element: Sendable {
    /// The local name.
    public var name: String
    /// The namespace, empty if none.
    public var namespace: String
    /// By local name, in the order of the file.
    public var attributes: [(name: String, value: String)]
    public var text: String
    public var children: [Element]

    public subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    /// The element and all below it, in the order of the file.
    public var all: [Element] { [self] + children.flatMap(\.all) }

    public func child(_ name: String) -> Element? { children.first { $0.name == name } }
  }

  /// - Throws: `OP901` if the bytes are not well-formed XML.
  public static func root(of bytes: [UInt8]) throws -> Element {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let document = bytes.withUnsafeBytes {
      xmlReadMemory($0.bindMemory(to: CChar.self).baseAddress, Int32(clamping: $0.count), nil, nil, options)
    }
    guard let document else { throw Diagnostic(.internalFault, "an XML document of our own is not well-formed") }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else {
      throw Diagnostic(.internalFault, "an XML document of our own has no root element")
    }
    return element(root)
  }

  private static func element(_ node: xmlNodePtr) -> Element {
    var found = Element(
      name: string(node.pointee.name), namespace: node.pointee.ns.map { string($0.pointee.href) } ?? "",
      attributes: [], text: "", children: [])
    var attribute = node.pointee.properties
    while let one = attribute {
      let value = one.pointee.children.map { string($0.pointee.content) } ?? ""
      found.attributes.append((string(one.pointee.name), value))
      attribute = one.pointee.next
    }
    var child = node.pointee.children
    while let one = child {
      switch one.pointee.type {
      case XML_ELEMENT_NODE: found.children.append(element(one))
      case XML_TEXT_NODE: found.text += string(one.pointee.content)
      default: break
      }
      child = one.pointee.next
    }
    return found
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  private static func string(_ text: UnsafeMutablePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
