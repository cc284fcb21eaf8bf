import OffprintXML

/// The reference: libxml2 goes through the file and nothing is kept but a count.
struct BareParse: XMLHandler {
  static let vocabulary = ["String"]
  var words = 0

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    if element == 0 { words += 1 }
  }
}
