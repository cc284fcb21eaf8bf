import CLibXML2

/// The names of a vocabulary as one parser has them, by their addresses.
///
/// libxml2 keeps each name of a document once, so that equal names have equal addresses and a name's number is one
/// look into a small table. Where the element that has just begun keeps an attribute is noted by that number, once
/// for all questions about it.
///
/// A struct of plain pointers, and not an object, since it is asked several times for each word of a page: an object
/// would be retained and released each time. It belongs to the `XMLSession` that frees it, and nobody keeps it longer.
@usableFromInline
struct XMLNames {
  /// A slot of the table: the address of a name, 0 for none, and the name's number.
  @usableFromInline
  struct Slot {
    @usableFromInline var address: UInt = 0
    @usableFromInline var number = -1
  }

  /// The last element that had an attribute, and the attribute's place in it.
  @usableFromInline
  struct Sight {
    @usableFromInline var element = 0
    @usableFromInline var place = 0
  }

  @usableFromInline let slots: UnsafeMutablePointer<Slot>
  @usableFromInline let mask: UInt
  @usableFromInline let shift: UInt
  /// By number; one more than there are names, which holds the number of the element that has just begun.
  @usableFromInline let seen: UnsafeMutablePointer<Sight>
  @usableFromInline let count: Int

  /// Puts the vocabulary into the parser's own table of names.
  init(_ vocabulary: [String], in parser: xmlParserCtxtPtr) {
    var bits: UInt = 4
    // At most a quarter full, so that hardly any look meets a slot that another name has taken.
    while 1 << bits < 4 * vocabulary.count { bits += 1 }
    mask = (1 << bits) - 1
    shift = UInt(UInt.bitWidth) - bits
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(), count: 1 << bits)
    count = vocabulary.count
    seen = .allocate(capacity: count + 1)
    seen.initialize(repeating: Sight(), count: count + 1)
    for (number, name) in vocabulary.enumerated() {
      let interned = name.withCString { cString in
        cString.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count) {
          xmlDictLookup(parser.pointee.dict, $0, Int32(name.utf8.count))
        }
      }
      guard let interned, self.number(of: interned) < 0 else { continue }
      var at = slot(UInt(bitPattern: interned))
      while slots[Int(at)].address != 0 { at = (at + 1) & mask }
      slots[Int(at)] = Slot(address: UInt(bitPattern: interned), number: number)
    }
  }

  func deallocate() {
    slots.deallocate()
    seen.deallocate()
  }

  @inlinable @inline(__always)
  func slot(_ address: UInt) -> UInt { (address &* 0x9E37_79B9_7F4A_7C15) >> shift }

  /// The number of a name of the document; -1 if the vocabulary has no such name.
  @inlinable @inline(__always)
  func number(of name: UnsafePointer<UInt8>?) -> Int {
    let address = UInt(bitPattern: name)
    var at = slot(address)
    while slots[Int(bitPattern: at)].address != address {
      if slots[Int(bitPattern: at)].address == 0 { return -1 }
      at = (at &+ 1) & mask
    }
    return slots[Int(bitPattern: at)].number
  }

  /// Notes where the attributes of the element that begins stand: the first of those that share a local name.
  @inline(__always)
  func note(_ table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    let element = seen[self.count].element &+ 1
    seen[self.count].element = element
    guard let table else { return }
    for place in 0..<count {
      let number = number(of: table[place &* 5])
      if number >= 0, seen[number].element != element { seen[number] = Sight(element: element, place: place) }
    }
  }

  /// The place of an attribute in the element that has just begun; nil if it has none of that name.
  @inlinable @inline(__always)
  func place(of number: Int) -> Int? {
    precondition(number >= 0 && number < count, "a name has a number of the vocabulary")
    let last = seen[number]
    return last.element == seen[count].element ? last.place : nil
  }
}
