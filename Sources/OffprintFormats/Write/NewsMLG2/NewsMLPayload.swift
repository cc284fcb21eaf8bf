import OffprintXML

/// The inline text of an item while it is read back, and whether the counts before it hold.
struct NewsMLPayload {
  /// How deep the element is that holds it.
  let depth: Int
  /// Where among the problems of the item those of the payload belong.
  let place: Int
  /// What the item states.
  let words: String?
  let characters: String?

  private var nitf = Place.ahead
  private var body = Place.ahead
  private var count = TextCount()
  /// The text of the element that has begun last; false once that has ended.
  private var leaf: [UInt8] = []
  private var isLeaf = false

  /// Of several elements of a name the first counts.
  private enum Place { case ahead, inside, passed }

  init(depth: Int, place: Int, words: String?, characters: String?) {
    self.depth = depth
    self.place = place
    self.words = words
    self.characters = characters
  }

  mutating func start(_ element: NewsMLName?, depth: Int) {
    if depth == self.depth + 1, element == .nitf, nitf == .ahead { nitf = .inside }
    if depth == self.depth + 2, element == .body, nitf == .inside, body == .ahead { body = .inside }
    isLeaf = body == .inside
    leaf.removeAll(keepingCapacity: true)
  }

  mutating func text(_ text: XMLBytes) { if isLeaf { leaf.append(contentsOf: text.bytes) } }

  mutating func end(depth: Int) {
    if isLeaf { leaf.withUnsafeBufferPointer { count.add($0) } }
    isLeaf = false
    if depth == self.depth + 2, body == .inside { body = .passed }
    if depth == self.depth + 1, nitf == .inside { nitf = .passed }
  }

  var problems: [NewsMLCheck.Problem] {
    guard body == .passed else {
      return [NewsMLCheck.Problem(rule: .payloadMissing, text: "inlineXML holds no NITF body")]
    }
    return [("wordcount", words, count.words), ("charcount", characters, count.characters)].compactMap {
      name, stated, counted in
      guard let stated, stated != String(counted) else { return nil }
      return NewsMLCheck.Problem(rule: .countWrong, text: "\(name) says \(stated) and the text has \(counted)")
    }
  }
}
