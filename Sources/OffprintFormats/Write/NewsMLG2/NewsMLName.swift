/// The names that the check of an item asks for.
enum NewsMLName: Int, CaseIterable {
  // Attributes that hold QCodes.
  case rel = 0
  case qcode, role, how, why, type, mode, rendition, widthunit, heightunit, valueunit, format, scope, aspect, creator,
    target, encoding
  // Attributes that name ids of the same file.
  case idref, idrefs, contentrefs, original
  // Other attributes.
  case id, partid, root, alias, href, uri, residref, wordcount, charcount
  // Elements.
  case scheme, catalogRef, groupSet, published, itemRef, inlineXML, nitf, body

  var holdsCodes: Bool { rawValue <= Self.encoding.rawValue }
  var holdsReferences: Bool { rawValue >= Self.idref.rawValue && rawValue <= Self.original.rawValue }
}
