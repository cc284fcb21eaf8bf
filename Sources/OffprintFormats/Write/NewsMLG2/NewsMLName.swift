/// The names that the check of an item asks for.
enum NewsMLName: Int, CaseIterable {
  // Attributes that hold QCodes.
  case rel = 0
  case qcode, role, how, why, type, mode, rendition, widthunit, heightunit, valueunit, format, scope, aspect, creator,
    target, encoding
  // Attributes that name ids of the same file.
  case idref, idrefs, contentrefs, original
  // Other attributes.
  case id, partid, root, alias, href, uri, residref, wordcount, charcount, guid
  // Elements.
  case scheme, catalogRef, groupSet, published, itemRef, inlineXML, newsItem, packageItem, newsMessage, sent, itemSet

  var holdsCodes: Bool { rawValue <= Self.encoding.rawValue }
  var isItem: Bool { self == .newsItem || self == .packageItem }
  var holdsReferences: Bool { rawValue >= Self.idref.rawValue && rawValue <= Self.original.rawValue }
}
