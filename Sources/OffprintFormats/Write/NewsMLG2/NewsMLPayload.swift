import OffprintXML

/// The inline text of an item while it is read back: whether it is NITF as we write it, and whether the counts before it
/// hold.
struct NewsMLPayload {
  /// How deep the element is that holds it.
  let depth: Int
  /// Where among the problems of the item those of the payload belong.
  let place: Int
  /// What the item states.
  let words: String?
  let characters: String?

  /// The elements that are open, as numbers of `NITFShape`; -1 for one that NITF does not have.
  private var open: [Int] = []
  private var hasBody = false
  private var isBody = false
  private var count = TextCount()
  /// The text of the element that has begun last; false once that has ended.
  private var leaf: [UInt8] = []
  private var isLeaf = false
  private var wrong: [String] = []

  init(depth: Int, place: Int, words: String?, characters: String?) {
    self.depth = depth
    self.place = place
    self.words = words
    self.characters = characters
  }

  /// - Parameter element: its number in `NITFShape.names`, or less than 0.
  mutating func start(_ element: Int, _ attributes: XMLAttributes, depth: Int) {
    guard depth > self.depth else { return }
    let element = attributes.elementNamespace.equals(string: NITFDocument.namespace) ? element : -1
    if let parent = open.last {
      if parent >= 0, element < 0 || !NITFShape.allows(element, in: parent) {
        note("NITF has no '\(attributes.elementName.string)' in '\(NITFShape.names[parent])'")
      }
    } else if element != NITFShape.root {
      note("inlineXML holds '\(attributes.elementName.string)', which is no NITF")
    }
    if open.count == 1, open[0] == NITFShape.root, element == NITFShape.body, !hasBody {
      (hasBody, isBody) = (true, true)
    }
    open.append(element)
    isLeaf = isBody
    leaf.removeAll(keepingCapacity: true)
  }

  mutating func text(_ text: XMLBytes) { if isLeaf { leaf.append(contentsOf: text.bytes) } }

  mutating func end(depth: Int) {
    guard depth > self.depth, let element = open.popLast() else { return }
    if isLeaf {
      leaf.withUnsafeBufferPointer { count.add($0) }
      if element >= 0, NITFShape.texts.contains(element), leaf.allSatisfy({ $0 <= 0x20 }) {
        note("'\(NITFShape.names[element])' is empty")
      } else if element >= 0, NITFShape.texts.contains(element), leaf.contains(0x0A) {
        note("'\(NITFShape.names[element])' has a line end in its text")
      }
    }
    isLeaf = false
    if element == NITFShape.body, open.count == 1 { isBody = false }
  }

  private mutating func note(_ text: String) { if wrong.count < 10 { wrong.append(text) } }

  var problems: [NewsMLCheck.Problem] {
    guard hasBody else { return [.init(rule: .payloadMissing, text: "inlineXML holds no NITF body")] }
    return wrong.map { .init(rule: .payloadWrong, text: $0) }
      + [("wordcount", words, count.words), ("charcount", characters, count.characters)].compactMap {
        name, stated, counted in
        guard let stated, stated != String(counted) else { return nil }
        return .init(rule: .countWrong, text: "\(name) says \(stated) and the text has \(counted)")
      }
  }
}
