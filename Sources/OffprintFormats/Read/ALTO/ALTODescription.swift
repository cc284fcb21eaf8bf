import OffprintModel
import OffprintXML

/// What the Description of an ALTO file says of its making.
struct ALTODescription {
  var unit = MeasurementUnit.pixel
  /// A unit that ALTO does not have, and its line; its figures count as pixels.
  private(set) var unknownUnit: (name: String, line: Int)?
  var image: String?
  /// The OCR's own date if it has one, else any step's; ISO 8601.
  var created: String?
  /// Name and version of the program that did the OCR.
  var software: String?
  /// Tesseract writes its confidence of 0 to 100 behind `0.`, so that 9 % is `0.9` and 100 % is `0.100`.
  private(set) var confidenceIsPercent = false

  private var isInOCRStep = false
  private var createdByOCR = false
  private var stepName = ""
  private var stepVersion = ""

  /// An OCR step begins: the older element, or the one of ALTO 4 that does not say which kind of step it is.
  mutating func beginStep() {
    isInOCRStep = true
    stepName = ""
    stepVersion = ""
  }

  mutating func endStep() {
    isInOCRStep = false
    guard software == nil, !stepName.isEmpty, stepName != "NA" else { return }
    software = stepVersion.isEmpty ? stepName : "\(stepName) \(stepVersion)"
    confidenceIsPercent = stepName.lowercased().hasPrefix("tesseract")
  }

  /// Those that ALTO has, and points, which some programs write. Characters are the unit of text pages.
  private static let units: [MeasurementUnit] = [.pixel, .mm10, .inch1200, .point]

  /// The text of one of the elements that are looked at, which begins on a line of the file.
  mutating func take(_ name: ALTOName, _ text: String, _ line: Int) {
    guard !text.isEmpty else { return }
    switch name {
    case .measurementUnit:
      let known = Self.units.first { $0.rawValue == text.lowercased() }
      if known == nil { unknownUnit = (text, line) }
      unit = known ?? .pixel
    case .fileName: image = image ?? text
    case .softwareName: if isInOCRStep { stepName = text }
    case .softwareVersion: if isInOCRStep { stepVersion = text }
    case .dateTime:
      guard Self.isDate(text), created == nil || (isInOCRStep && !createdByOCR) else { return }
      created = text
      createdByOCR = isInOCRStep
    default: break
    }
  }

  /// The WC of a word as a fraction; nil for what cannot be one.
  func confidence(_ value: XMLBytes?) -> Double? {
    guard let value, let number = value.double, number >= 0, number <= 1 else { return nil }
    guard confidenceIsPercent else { return number }
    if value.equals("0.100") { return 1 }
    return value.count == 3 && number < 1 ? number / 10 : number
  }

  /// True for a date in ISO 8601, with or without a time.
  private static func isDate(_ text: String) -> Bool {
    let date = text.prefix { $0 != "T" }
    return date.utf8.count == 10 && date.contains("-") && IssueDate(String(date)) != nil
  }
}
