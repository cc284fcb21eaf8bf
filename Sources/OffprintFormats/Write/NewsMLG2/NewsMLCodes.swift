import OffprintXML

/// The QCodes of an item, and which of them are of no scheme that it declares.
struct NewsMLCodes {
  private var declared: Set<String> = []
  private var isCatalogued = false
  /// What is wrong with a code, unless its alias, where there is one, is declared after all.
  private var suspects: [(alias: String?, problem: NewsMLCheck.Problem)] = []

  mutating func declare(_ alias: String) { declared.insert(alias) }
  mutating func declareCatalogue() { isCatalogued = true }

  /// Looks at the codes of an attribute, which have a space between them.
  mutating func use(_ value: XMLBytes, of element: XMLBytes) {
    for code in value.bytes.split(separator: 0x20) {
      let end = code.firstIndex(of: UInt8(ascii: ":")) ?? code.endIndex
      let alias = String(decoding: code[..<end], as: UTF8.self)
      if NewsMLSchemes.retired.contains(alias) {
        note(code, element, .aliasRetired, nil, "is of a scheme that IPTC has retired")
      } else if end == code.endIndex {
        note(code, element, .aliasUndeclared, nil, "is of a scheme not declared")
      } else if !isKnown(alias) {
        note(code, element, .aliasUndeclared, alias, "is of a scheme not declared")
      }
    }
  }

  var problems: [NewsMLCheck.Problem] {
    suspects.filter { suspect in suspect.alias.map { !isKnown($0) } ?? true }.map(\.problem)
  }

  private func isKnown(_ alias: String) -> Bool {
    declared.contains(alias) || (isCatalogued && NewsMLSchemes.iptc.contains(alias))
  }

  private mutating func note(
    _ code: Slice<UnsafeBufferPointer<UInt8>>, _ element: XMLBytes, _ rule: NewsMLCheck.Rule, _ alias: String?,
    _ what: String
  ) {
    let text = "'\(String(decoding: code, as: UTF8.self))' of \(element.string) \(what)"
    suspects.append((alias, NewsMLCheck.Problem(rule: rule, text: text)))
  }
}
