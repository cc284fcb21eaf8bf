/// The names of ALTO that matter here, the most frequent first. The versions 1 to 4 use the same ones.
enum ALTOName: Int, CaseIterable {
  case string = 0
  case sp
  case textLine
  case hyp
  case textBlock
  case content
  case hpos
  case vpos
  case width
  case height
  case wc
  case style
  case styleRefs
  case id
  case subsType
  case subsContent
  case composedBlock
  case illustration
  case graphicalElement
  case type
  case lang
  case language
  case xmlLang
  case tagRefs
  case textStyle
  case fontSize
  case fontStyle
  case fontFamily
  case layoutTag
  case structureTag
  case otherTag
  case label
  case printSpace
  case topMargin
  case bottomMargin
  case leftMargin
  case rightMargin
  case page
  case physicalNumber
  case printedNumber
  case measurementUnit
  case fileName
  case ocrStep
  case processing
  case dateTime
  case softwareName
  case softwareVersion
  case polygon
  case points
  case elementRef
  case ref

  /// As written in the files.
  var written: String {
    switch self {
    case .string: "String"
    case .sp: "SP"
    case .textLine: "TextLine"
    case .hyp: "HYP"
    case .textBlock: "TextBlock"
    case .styleRefs: "STYLEREFS"
    case .subsType: "SUBS_TYPE"
    case .subsContent: "SUBS_CONTENT"
    case .composedBlock: "ComposedBlock"
    case .illustration: "Illustration"
    case .graphicalElement: "GraphicalElement"
    case .language: "language"
    case .xmlLang: "lang"
    case .tagRefs: "TAGREFS"
    case .textStyle: "TextStyle"
    case .layoutTag: "LayoutTag"
    case .structureTag: "StructureTag"
    case .otherTag: "OtherTag"
    case .printSpace: "PrintSpace"
    case .topMargin: "TopMargin"
    case .bottomMargin: "BottomMargin"
    case .leftMargin: "LeftMargin"
    case .rightMargin: "RightMargin"
    case .page: "Page"
    case .physicalNumber: "PHYSICAL_IMG_NR"
    case .printedNumber: "PRINTED_IMG_NR"
    case .measurementUnit: "MeasurementUnit"
    case .fileName: "fileName"
    case .ocrStep: "ocrProcessingStep"
    case .processing: "Processing"
    case .dateTime: "processingDateTime"
    case .softwareName: "softwareName"
    case .softwareVersion: "softwareVersion"
    case .polygon: "Polygon"
    case .elementRef: "ElementRef"
    case .content, .hpos, .vpos, .width, .height, .wc, .style, .id, .type, .lang, .fontSize, .fontStyle,
      .fontFamily, .label, .points, .ref:
      "\(self)".uppercased()
    }
  }
}
