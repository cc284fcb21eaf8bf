import OffprintModel
import OffprintXML

/// The `title` of an element: properties with `;` between, such as `bbox 120 300 820 380; x_wconf 93`.
///
/// There is one for each word, so that it holds numbers only, and pieces of the attribute that are made into texts by
/// those who ask for them, as long as the call that lends the attribute takes.
struct HOCRTitle {
  var box = Box.unknown
  /// True if there is a bbox that is no place.
  var hasBadBox = false
  /// 0...1, the confidence of a word or the mean of its characters'.
  var confidence: Double?
  /// Points.
  var fontSize: Double?
  private var fontText: XMLBytes?
  private var imageText: XMLBytes?
  private var sourceText: XMLBytes?
  private var languageText: XMLBytes?
  private var numberText: XMLBytes?
  private var charactersText: XMLBytes?

  var font: String? { fontText.flatMap(Self.plain) }
  var image: String? { (imageText ?? sourceText).flatMap(Self.plain) }
  var language: String? { languageText.flatMap(Self.plain).flatMap(HOCRLanguage.bcp47) }
  /// The number that the page has in the work (lpageno).
  var printedNumber: String? { numberText.flatMap(Self.plain) }
  /// True if it says anything of the font.
  var hasFont: Bool { fontSize != nil || fontText != nil }

  /// True if it says where the element stands.
  var hasPlace: Bool { box.isKnown || charactersText != nil }

  /// Places of characters (x_bboxes).
  var characters: [Box] {
    guard let charactersText else { return [] }
    let numbers = Self.numbers(charactersText.bytes[...])
    return stride(from: 0, to: numbers.count - numbers.count % 4, by: 4).map { at in Self.box(numbers[at..<at + 4]) }
  }

  init() {}

  init(_ title: XMLBytes?) {
    guard let bytes = title?.bytes else { return }
    var at = 0
    while at < bytes.count {
      while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == 0x3B { at += 1 }
      let key = at
      while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3B { at += 1 }
      let keyEnd = at
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      let value = at
      while at < bytes.count, bytes[at] != 0x3B {
        // A semicolon between quotes ends nothing.
        if bytes[at] == UInt8(ascii: "\""), let close = bytes[(at + 1)...].firstIndex(of: bytes[at]) { at = close }
        at += 1
      }
      guard key < keyEnd, value <= at else { continue }
      take(
        XMLBytes(UnsafeBufferPointer(rebasing: bytes[key..<keyEnd])),
        XMLBytes(UnsafeBufferPointer(rebasing: bytes[value..<at])))
    }
  }

  private mutating func take(_ key: XMLBytes, _ value: XMLBytes) {
    if key.equals("bbox") {
      let place = Self.box(value)
      box = place ?? .unknown
      hasBadBox = place == nil
    } else if key.equals("x_wconf") || key.equals("x_conf") || key.equals("x_confs") {
      confidence = confidence ?? Self.confidence(value)
    } else if key.equals("x_fsize") {
      fontSize = value.double
    } else if key.equals("x_font") {
      fontText = value
    } else if key.equals("image") {
      imageText = value
    } else if key.equals("x_source") {
      sourceText = value
    } else if key.equals("ocrp_lang") || key.equals("lang") {
      languageText = value
    } else if key.equals("lpageno") {
      numberText = value
    } else if key.equals("x_bboxes") {
      charactersText = value
    }
  }

  /// Four numbers, left, top, right and bottom; nil if they are none, or no place.
  private static func box(_ value: XMLBytes) -> Box? {
    if let box = plainBox(value) { return box }
    return anyBox(value.bytes[...])
  }

  /// The same of four whole numbers with spaces between, as nearly all are written; nil for any other spelling.
  private static func plainBox(_ value: XMLBytes) -> Box? {
    let bytes = value.bytes
    var at = 0
    /// At most eight digits behind spaces; -1 for none or more.
    func figure() -> Int {
      while at < bytes.count, bytes[at] == 0x20 { at += 1 }
      var number = 0
      let end = value.digits(from: at, into: &number)
      defer { at = end }
      return end > at && end - at <= 8 ? number : -1
    }
    let (left, top, right, bottom) = (figure(), figure(), figure(), figure())
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at == bytes.count, left >= 0, top >= 0, right >= left, bottom >= top else { return nil }
    return Box(left: left, top: top, right: right, bottom: bottom)
  }

  private static func anyBox(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Box? {
    var figures: (Double, Double, Double, Double) = (0, 0, 0, 0)
    var count = 0
    var at = value.startIndex
    while at < value.endIndex {
      while at < value.endIndex, value[at] <= 0x20 || value[at] == UInt8(ascii: ",") { at += 1 }
      let start = at
      while at < value.endIndex, value[at] > 0x20, value[at] != UInt8(ascii: ",") { at += 1 }
      guard start < at else { break }
      let text = XMLBytes(UnsafeBufferPointer(rebasing: value[start..<at]))
      guard let number = text.digits.map(Double.init) ?? text.double else { return nil }
      switch count {
      case 0: figures.0 = number
      case 1: figures.1 = number
      case 2: figures.2 = number
      case 3: figures.3 = number
      default: return nil
      }
      count += 1
    }
    guard count == 4, figures.2 >= figures.0, figures.3 >= figures.1 else { return nil }
    return Box(
      left: pixel(figures.0), top: pixel(figures.1), right: pixel(figures.2), bottom: pixel(figures.3))
  }

  private static func box(_ numbers: ArraySlice<Double>) -> Box {
    let first = numbers.startIndex
    return Box(
      left: pixel(numbers[first]), top: pixel(numbers[first + 1]), right: pixel(numbers[first + 2]),
      bottom: pixel(numbers[first + 3]))
  }

  private static func pixel(_ value: Double) -> Int { Int(max(-1e9, min(1e9, value.rounded()))) }

  private static func numbers(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> [Double] {
    value.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }.compactMap {
      XMLBytes(UnsafeBufferPointer(rebasing: $0)).double
    }
  }

  /// The mean of figures of 0 to 100; of 0 to 1 if a program writes several and none is above 1.
  private static func confidence(_ value: XMLBytes) -> Double? {
    if let one = value.double { return one >= 0 && one <= 100 ? one / 100 : nil }
    let numbers = numbers(value.bytes[...])
    guard let most = numbers.max(), let least = numbers.min(), least >= 0, most <= 100 else { return nil }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return numbers.count > 1 && most <= 1 ? mean : mean / 100
  }

  /// Without quotes and the spaces around; nil if nothing is left.
  private static func plain(_ value: XMLBytes) -> String? {
    let text = value.string.drop { " \t\r\n\"'".contains($0) }
    let end = text.lastIndex { !" \t\r\n\"'".contains($0) }
    return end.map { String(text[...$0]) }
  }
}

/// Languages as OCR programs name their models.
enum HOCRLanguage {
  /// `deu`, `deu_frak`, `Fraktur`, `script/Latin`, `deu+fra`: BCP 47, or nil for what names no single language.
  static func bcp47(_ written: String) -> String? {
    let name = written.lowercased()
    if name.contains("+") { return common(name.split(separator: "+").map(String.init)) }
    if name.contains("/") { return nil }
    switch name {
    // Models for formulas and for which way up a page is.
    case "equ", "osd": return nil
    // Tesseract's models for German in Fraktur; as codes of languages they would be others.
    case "frk", "deu_frak", "deu_latf": return "de-Latf"
    case "dan_frak": return "da-Latf"
    case "slk_frak": return "sk-Latf"
    case "chi_sim", "chi_sim_vert": return "zh-Hans"
    case "chi_tra", "chi_tra_vert": return "zh-Hant"
    case "frm": return "fr"
    default:
      return LanguageCode.bcp47(name.hasSuffix("_old") || name.hasSuffix("_vert") ? String(name.prefix(3)) : name)
    }
  }

  /// The language of several models, such as two for German; nil if they are for several languages.
  private static func common(_ names: [String]) -> String? {
    let codes = names.compactMap(bcp47)
    let languages = Set(codes.map { $0.prefix { $0 != "-" } })
    guard languages.count == 1, let language = languages.first else { return nil }
    return Set(codes).count == 1 ? codes[0] : String(language)
  }
}
