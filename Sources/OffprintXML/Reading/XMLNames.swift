import CLibXML2

/// The names of a vocabulary as one parser has them, by their addresses.
///
/// libxml2 keeps each name of a document once, so that equal names have equal addresses and a name's number is one
/// look into a small table. Where an element keeps its attributes is worked out when one of its kind first has them
/// in that order: a program writes all its words alike, so that the next one is a comparison of addresses.
///
/// A struct of plain pointers, and not an object, since it is asked several times for each word of a page: an object
/// would be retained and released each time. It belongs to the `XMLSession` that frees it, and nobody keeps it longer.
struct XMLNames {
  /// A slot of the table: the address of a name, 0 for none, and the name's number.
  private struct Slot {
    var address: UInt = 0
    var number = -1
  }

  /// Attributes of an element whose order is remembered; what has more is worked out each time.
  private static let longest = 24

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: UInt
  private let shift: UInt
  private let count: Int
  /// For each element of the vocabulary, and one row more for all others: how many attributes the last of its kind
  /// had, -1 for none yet, and the addresses of their names.
  private let lengths: UnsafeMutablePointer<Int>
  private let orders: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  /// For the same elements, by the number of an attribute: its place in the tag, -1 for none.
  private let places: UnsafeMutablePointer<Int32>

  /// Puts the vocabulary into libxml2's table of names, the parser's own if there is one.
  init(_ vocabulary: [String], in dictionary: OpaquePointer?) {
    var bits: UInt = 4
    // At most a quarter full, so that hardly any look meets a slot that another name has taken.
    while 1 << bits < 4 * vocabulary.count { bits += 1 }
    mask = (1 << bits) - 1
    shift = UInt(UInt.bitWidth) - bits
    count = vocabulary.count
    slots = Self.row(Slot(), 1 << bits)
    lengths = Self.row(-1, count + 1)
    orders = Self.row(nil, (count + 1) * Self.longest)
    places = Self.row(-1, (count + 1) * count)
    for (number, name) in vocabulary.enumerated() {
      let interned = name.withCString { cString in
        cString.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count) {
          xmlDictLookup(dictionary, $0, Int32(name.utf8.count))
        }
      }
      guard let interned, self.number(of: interned) < 0 else { continue }
      var at = slot(UInt(bitPattern: interned))
      while slots[Int(at)].address != 0 { at = (at + 1) & mask }
      slots[Int(at)] = Slot(address: UInt(bitPattern: interned), number: number)
    }
  }

  private static func row<Element>(_ value: Element, _ count: Int) -> UnsafeMutablePointer<Element> {
    let row = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    row.initialize(repeating: value, count: max(1, count))
    return row
  }

  func deallocate() {
    slots.deallocate()
    lengths.deallocate()
    orders.deallocate()
    places.deallocate()
  }

  @inline(__always)
  private func slot(_ address: UInt) -> UInt { (address &* 0x9E37_79B9_7F4A_7C15) >> shift }

  /// The number of a name of the document; -1 if the vocabulary has no such name.
  @inline(__always)
  func number(of name: UnsafePointer<UInt8>?) -> Int {
    let address = UInt(bitPattern: name)
    var at = slot(address)
    while slots[Int(bitPattern: at)].address != address {
      if slots[Int(bitPattern: at)].address == 0 { return -1 }
      at = (at &+ 1) & mask
    }
    return slots[Int(bitPattern: at)].number
  }

  /// Where the attributes of the element that begins stand, by their numbers: the first of those that share a local
  /// name, -1 for those that are absent.
  @inline(__always)
  func places(
    in element: Int, _ table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count attributes: Int
  ) -> AttributePlaces {
    let row = element < 0 ? count : element
    if !isKnown(table, attributes, in: row) { note(table, attributes, in: row) }
    return AttributePlaces(row: places + row &* count, count: count)
  }

  /// The same; nil if two of the attributes may be the same one: they share a local name, and it is not so that one
  /// of them has a prefix and the other has none.
  @inline(__always)
  func placesOfUnlike(
    in element: Int, _ table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count attributes: Int
  ) -> AttributePlaces? {
    let row = element < 0 ? count : element
    if !isKnown(table, attributes, in: row) {
      guard let areUnlike = areUnlike(table, attributes) else { return nil }
      note(table, attributes, in: row)
      // The same local names in the same order may be others the next time.
      if !areUnlike { lengths[row] = -1 }
    }
    return AttributePlaces(row: places + row &* count, count: count)
  }

  /// True if the last element of the row had the same attributes in the same order.
  @inline(__always)
  private func isKnown(
    _ table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributes: Int, in row: Int
  ) -> Bool {
    guard attributes == lengths[row] else { return false }
    guard let table else { return true }
    let order = orders + row &* Self.longest
    var place = 0
    while place < attributes, order[place] == table[place &* 5] { place &+= 1 }
    return place == attributes
  }

  /// True if all local names differ; nil if two attributes may be the same.
  private func areUnlike(_ table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributes: Int) -> Bool? {
    guard let table else { return true }
    var areUnlike = true
    for place in 0..<attributes {
      for other in 0..<place where table[other * 5] == table[place * 5] {
        guard (table[other * 5 + 1] == nil) != (table[place * 5 + 1] == nil) else { return nil }
        areUnlike = false
      }
    }
    return areUnlike
  }

  @inline(never)
  private func note(_ table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributes: Int, in row: Int) {
    (places + row * count).update(repeating: -1, count: count)
    lengths[row] = attributes <= Self.longest ? attributes : -1
    guard let table else { return }
    for place in 0..<attributes {
      let name = table[place * 5]
      if place < Self.longest { orders[row * Self.longest + place] = name }
      let number = number(of: name)
      if number >= 0, places[row * count + number] < 0 { places[row * count + number] = Int32(place) }
    }
  }
}

/// The places of an element's attributes by their numbers in the vocabulary.
@usableFromInline
struct AttributePlaces {
  @usableFromInline let row: UnsafePointer<Int32>
  @usableFromInline let count: Int

  init(row: UnsafeMutablePointer<Int32>, count: Int) {
    self.row = UnsafePointer(row)
    self.count = count
  }

  /// -1 if the element has none of that name.
  @inlinable @inline(__always)
  subscript(number: Int) -> Int {
    precondition(number >= 0 && number < count, "a name has a number of the vocabulary")
    return Int(row[number])
  }
}
