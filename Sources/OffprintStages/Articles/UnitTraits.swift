/// What the search for articles asks of a unit again and again, in one byte: a whole `ReadingUnit` holds texts, and
/// costs as much to hand over as all the questions together.
struct UnitTraits: OptionSet {
  let rawValue: UInt8

  static let text = UnitTraits(rawValue: 1)
  static let heading = UnitTraits(rawValue: 2)
  static let byline = UnitTraits(rawValue: 4)
  static let caption = UnitTraits(rawValue: 8)
  static let opensReport = UnitTraits(rawValue: 16)
  static let unspaced = UnitTraits(rawValue: 32)
  static let runIn = UnitTraits(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ unit: ReadingUnit) {
    self = []
    switch unit.kind {
    case .text: insert(.text)
    case .heading: insert(.heading)
    case .byline: insert(.byline)
    case .caption: insert(.caption)
    case .jump: break
    }
    if unit.opensReport { insert(.opensReport) }
    if unit.isUnspaced { insert(.unspaced) }
    if unit.isRunIn { insert(.runIn) }
  }

  var isText: Bool { contains(.text) }
  var isHeading: Bool { contains(.heading) }
  var isByline: Bool { contains(.byline) }
  var isCaption: Bool { contains(.caption) }
  var opensReport: Bool { contains(.opensReport) }
  var isUnspaced: Bool { contains(.unspaced) }
  var isRunIn: Bool { contains(.runIn) }
}
