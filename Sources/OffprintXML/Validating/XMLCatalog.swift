import CLibXML2

/// Where the schemas of standards lie on this machine, by the addresses under which they are published: an XML catalog
/// (OASIS XML Catalogs 1.1), as libxml2 reads it. Those that `XML_CATALOG_FILES` names count always.
///
/// Catalogs hold for the whole process, since libxml2 has no others. Nothing is ever fetched from a network.
public enum XMLCatalog {
  /// Adds a catalog. What it says of an address that an earlier one knows does not count.
  public static func add(_ file: String) { added.add(file) }

  static func prepare() { XMLCatalogs.prepare() }

  /// The local file for an address; nil if no catalog has one.
  public static func file(for address: String) -> String? {
    XMLCatalogs.prepare()
    let found = address.withXMLChars { xmlCatalogResolveSystem($0) ?? xmlCatalogResolveURI($0) }
    guard let found else { return nil }
    defer { offprint_xml_free(found) }
    let text = String(cString: found)
    let path = text.hasPrefix("file://") ? String(text.dropFirst(7)) : text
    guard let plain = xmlURIUnescapeString(path, 0, nil) else { return path }
    defer { offprint_xml_free(plain) }
    return String(cString: plain)
  }

  private static let added = XMLCatalogs()
}

/// The catalogs that were added, each once.
private final class XMLCatalogs: @unchecked Sendable {
  // libxml2's list of catalogs has a lock of its own; the names here are only touched under this one.
  private let lock = xmlNewMutex()
  private var names: Set<String> = []

  func add(_ file: String) {
    Self.prepare()
    xmlMutexLock(lock)
    defer { xmlMutexUnlock(lock) }
    if names.insert(file).inserted { _ = xmlLoadCatalog(file) }
  }

  /// Once for the process: schemas include others by address, and those must not be asked of a network.
  static func prepare() { _ = isPrepared }

  private static let isPrepared: Bool = {
    xmlInitParser()
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
    xmlInitializeCatalog()
    return true
  }()
}

extension String {
  func withXMLChars<Result>(_ body: (UnsafePointer<xmlChar>) -> Result) -> Result {
    withCString { $0.withMemoryRebound(to: xmlChar.self, capacity: utf8.count + 1) { body($0) } }
  }
}
