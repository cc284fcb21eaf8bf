import OffprintModel
import OffprintXML

/// The names of PAGE that matter here, the most frequent first. The versions of 2010 to 2019 use the same ones.
enum PAGEName: Int, CaseIterable {
  case unicode = 0
  case textEquiv
  case coords
  case word
  case textLine
  case baseline
  case points
  case id
  case custom
  case conf
  case index
  case glyph
  case point
  case x
  case y
  case textStyle
  case fontFamily
  case fontSize
  case bold
  case italic
  case type
  case language
  case primaryLanguage
  case textRegion
  case tableCell
  /// The attributes of a cell as Transkribus writes it.
  case row
  case col
  case colSpan
  /// What the format itself has for cells, since 2019.
  case roles
  case tableCellRole
  case rowIndex
  case columnIndex
  case rowSpan
  case header
  case separatorRegion
  case tableRegion
  case imageRegion
  case lineDrawingRegion
  case graphicRegion
  case chartRegion
  case mapRegion
  case mathsRegion
  case chemRegion
  case musicRegion
  case advertRegion
  case noiseRegion
  case unknownRegion
  case customRegion
  case frameRegion
  /// The attribute; the element of that name is written with a capital.
  case regionRef
  case regionRefElement
  case regionRefIndexed
  case orderedGroup
  case orderedGroupIndexed
  case unorderedGroup
  case unorderedGroupIndexed
  case readingOrder
  case plainText
  case page
  case imageFilename
  case imageWidth
  case imageHeight
  case creator
  case created
  case lastChange
  // Elements that hold none of the text; known, so that they are not taken for something new.
  case metadata
  case printSpace
  case border
  case cornerPts
  case grid
  case gridPoints
  case graphemes

  /// As written in the files.
  var written: String {
    let name = "\(self)"
    switch self {
    case .points, .id, .custom, .conf, .index, .x, .y, .fontFamily, .fontSize, .bold, .italic, .type, .language,
      .primaryLanguage, .row, .col, .rowSpan, .colSpan, .rowIndex, .columnIndex, .header, .imageFilename, .imageWidth,
      .imageHeight, .regionRef:
      return name
    case .regionRefElement: return "RegionRef"
    default: return name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  static let byNumber = Array(allCases)

  /// What a block made of the region holds; nil for what is no region.
  ///
  /// Regions that say nothing of their content (noise, unknown, custom) are text, as far as there is any in them.
  var blockKind: BlockKind? {
    switch self {
    case .textRegion, .advertRegion, .noiseRegion, .unknownRegion, .customRegion: .text
    case .tableRegion: .table
    case .separatorRegion: .separator
    case .imageRegion, .lineDrawingRegion, .graphicRegion, .chartRegion, .mapRegion, .mathsRegion, .chemRegion,
      .musicRegion, .frameRegion:
      .illustration
    default: nil
    }
  }
}

extension XMLAttributes {
  /// The value of an attribute of PAGE.
  func value(_ name: PAGEName) -> XMLBytes? { self[name.rawValue] }

  /// The value as a string; nil if it is absent or empty.
  func string(_ name: PAGEName) -> String? {
    guard let value = value(name), !value.isEmpty else { return nil }
    return value.string
  }
}
