/// What the colours of a proof mean.
enum ProofLegend {
  static func html(_ entries: [(look: String, meaning: String)]) -> String {
    let items = entries.map { look, meaning in
      "<li><span class=\"s \(look)\"></span>\(HTMLText.escaped(meaning))</li>\n"
    }
    return "<ul class=\"legend\">\n\(items.joined())</ul>\n"
  }
}
