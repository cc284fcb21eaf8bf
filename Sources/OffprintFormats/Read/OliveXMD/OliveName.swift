import OffprintModel
import OffprintXML

/// The names of Olive's XMD that matter here, the most frequent first.
enum OliveName: String, CaseIterable {
  case W, BOX
  case style = "STYLE_REF"
  case NS, L, Q, QID, q, QW, P
  case primitive = "Primitive"
  case ID
  case image = "Img"
  // The parts of an entity that primitives stand in.
  case content = "Content"
  case headline1 = "HedLine_hl1"
  case headline2 = "HedLine_hl2"
  case headline = "HedLine"
  case frame = "AdFrame"
  case meta = "Meta"
  case link = "Link"
  case resolution = "Resolution"
  case isDefault = "DEFAULT"
  case entity = "Entity"
  case page = "Page"
  case href = "HREF"
  case pageNumber = "PAGE_NO"
  case entityRoot = "XMD-entity"
  case pageRoot = "XMD-PAGE"
  case tocRoot = "Xmd_toc"
  case entityType = "ENTITY_TYPE"
  case elementType = "ELEMENT_TYPE"
  case from = "CONTINUATION_FROM"
  case to = "CONTINUATION_TO"
  case index = "INDEX_IN_DOC"
  case name = "NAME"
  case section = "SECTION"
  case language = "LANGUAGE"
  case publication = "PUBLICATION"
  case publicationName = "PUBLICATION_DESCRIPTION"
  case issueDate = "ISSUE_DATE"
  case release = "RELEASE_NO"
  case base = "BASE_HREF"
  case published = "PublishDate"
  case pageWidth = "PAGE_WIDTH"
  case pageHeight = "PAGE_HEIGHT"
  case pageLabel = "PAGE_LABEL"
  case imagesResolution = "IMAGES_RESOLUTION"
  case pagePDF = "SINGLE_PAGE_PDF_NAME"

  static let vocabulary = allCases.map(\.rawValue)
  static let byNumber = Array(allCases)
  private static let numbers: [OliveName: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  var number: Int { Self.numbers[self] ?? -1 }

  /// The name of an element by its number; nil for one that is not known.
  static func named(_ number: Int) -> OliveName? { byNumber.indices.contains(number) ? byNumber[number] : nil }

  /// True for the parts of an entity that primitives and images stand in.
  var isPart: Bool {
    switch self {
    case .content, .headline1, .headline2, .headline, .frame: true
    default: false
    }
  }
}

extension XMLAttributes {
  /// The value of an attribute of XMD.
  func bytes(_ name: OliveName) -> XMLBytes? { self[name.number] }

  /// The value as a string; nil if it is absent or empty.
  func olive(_ name: OliveName) -> String? {
    guard let value = self[name.number], !value.isEmpty else { return nil }
    return value.string
  }

  /// BOX: left, top, right and bottom. Unknown if it is absent, nil if it is not four numbers.
  func oliveBox() -> Box? {
    guard let value = self[OliveName.BOX.number] else { return .unknown }
    let figures = value.bytes.split { $0 <= 0x20 }.map { XMLBytes(UnsafeBufferPointer(rebasing: $0)).double }
    guard figures.count == 4, let left = figures[0], let top = figures[1], let right = figures[2],
      let bottom = figures[3], [left, top, right, bottom].allSatisfy({ abs($0) < 1e9 })
    else { return nil }
    return Box(
      left: Int(left.rounded(.down)), top: Int(top.rounded(.down)), right: Int(right.rounded(.up)),
      bottom: Int(bottom.rounded(.up)))
  }
}
