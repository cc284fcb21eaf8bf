import OffprintXML

/// Collects a METS file.
struct METSHandler: XMLHandler {
  static let vocabulary = METSName.vocabulary

  var document: METSDocument
  private var groups: [String] = []
  private var openFile: (id: String, line: Int)?
  private var openDivs: [Int] = []
  /// The locators of the open smLinkGrp.
  private var located: [String] = []
  private var metadata = METSMetadata()
  private var descriptionID: String?

  init(path: String) { document = METSDocument(path: path) }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    guard let name = METSName(rawValue: element) else { return }
    switch name {
    case .div: beginDiv(attributes)
    case .fptr, .area: addArea(attributes)
    case .file: openFile = (attributes[.ID] ?? "", attributes.line)
    case .FLocat: locate(attributes)
    case .fileGrp: groups.append([attributes[.USE], attributes[.ID]].compactMap { $0 }.joined(separator: " "))
    case .structMap: document.maps.append(METSMap(id: attributes[.ID], type: attributes[.TYPE]?.lowercased() ?? ""))
    case .smLinkGrp: located = []
    case .smLocatorLink: if let href = attributes[.href] { located.append(Self.fragment(href)) }
    case .smLink:
      if let from = attributes[.from], let to = attributes[.to] {
        document.links[Self.fragment(from), default: []].append(Self.fragment(to))
      }
    case .mets: document.label = document.label ?? attributes[.LABEL]
    case .metsHdr: document.created = attributes[.CREATEDATE]
    case .dmdSec:
      descriptionID = attributes[.ID]
      metadata = METSMetadata()
    default: if descriptionID != nil { metadata.start(name, attributes) }
    }
  }

  mutating func end(_ element: Int) {
    guard let name = METSName(rawValue: element) else { return }
    switch name {
    case .div: _ = openDivs.popLast()
    case .file: openFile = nil
    case .fileGrp: _ = groups.popLast()
    case .smLinkGrp: link()
    case .dmdSec:
      if let id = descriptionID {
        document.descriptions[id] = metadata.description
        document.descriptionOrder.append(id)
      }
      descriptionID = nil
    default: if descriptionID != nil { metadata.end(name) }
    }
  }

  mutating func text(_ text: XMLBytes) {
    if descriptionID != nil { metadata.text(text) }
  }

  private mutating func beginDiv(_ attributes: XMLAttributes) {
    let index = document.divs.count
    document.divs.append(
      METSDiv(
        id: attributes[.ID], type: attributes[.TYPE] ?? "", label: attributes[.LABEL],
        order: attributes[.ORDER].flatMap { Int($0) }, orderLabel: attributes[.ORDERLABEL],
        descriptions: attributes[.DMDID]?.split(separator: " ").map(String.init) ?? [],
        line: attributes.line))
    if let parent = openDivs.last {
      document.divs[parent].children.append(index)
    } else if !document.maps.isEmpty {
      document.maps[document.maps.count - 1].roots.append(index)
    }
    openDivs.append(index)
  }

  private mutating func addArea(_ attributes: XMLAttributes) {
    guard let div = openDivs.last, let fileID = attributes[.FILEID] else { return }
    document.divs[div].areas.append(
      METSArea(
        fileID: fileID, begin: attributes[.BEGIN].map(Self.fragment), end: attributes[.END].map(Self.fragment),
        rectangle: Self.rectangle(attributes), line: attributes.line))
  }

  /// The upright rectangle of SHAPE and COORDS; other shapes say nothing here.
  private static func rectangle(_ attributes: XMLAttributes) -> [Double]? {
    guard attributes[.SHAPE] == "RECT", let figures = attributes[.COORDS]?.split(separator: ",") else { return nil }
    let corners = figures.compactMap { Double($0.filter { !$0.isWhitespace }) }
    return corners.count == 4 && figures.count == 4 ? corners : nil
  }

  private mutating func locate(_ attributes: XMLAttributes) {
    guard let openFile, let href = attributes[.href] else { return }
    document.files.append(
      METSFile(id: openFile.id, href: href, group: groups.joined(separator: " "), line: openFile.line))
  }

  /// A group of locators joins the first, the logical division, to all the others.
  private mutating func link() {
    guard let first = located.first else { return }
    document.links[first, default: []] += located.dropFirst()
    located = []
  }

  /// The id in `#art0001`.
  private static func fragment(_ reference: String) -> String {
    reference.hasPrefix("#") ? String(reference.dropFirst()) : reference
  }
}
