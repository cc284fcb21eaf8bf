/// Languages as deliveries write them, made BCP 47 (RFC 5646).
enum LanguageCode {
  /// `fre`, `fra`, `fr`, `FR`, `fr_FR` and `French` give `fr`; nil for what names no language, such as `und`.
  ///
  /// The two- and three-letter codes are those of ISO 639-1 and 639-2 (bibliographic and terminologic), for the
  /// languages that newspapers are known in; any other code of two or three letters is kept as it is.
  static func bcp47(_ written: String) -> String? {
    let trimmed = written.filter { !$0.isWhitespace }
    let subtags = trimmed.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let first = subtags.first?.lowercased(), first.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return nil
    }
    if nothing.contains(first) { return nil }
    guard let primary = known[first] ?? (2...3 ~= first.utf8.count ? first : nil) else { return nil }
    return ([primary] + subtags.dropFirst().compactMap(subtag)).joined(separator: "-")
  }

  /// A script is written `Latn`, a region `LU`; others are not kept.
  private static func subtag(_ text: String) -> String? {
    switch text.utf8.count {
    case 4: text.prefix(1).uppercased() + text.dropFirst().lowercased()
    case 2: text.uppercased()
    default: nil
    }
  }

  private static let nothing: Set<String> = ["und", "mul", "zxx", "mis", "unknown", "none", "xx", "qaa"]

  private static let known: [String: String] = {
    var table: [String: String] = [:]
    for row in rows {
      let words = row.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()

  /// The BCP 47 code, then the other ways it is written.
  private static let rows = [
    "ar ara arabic", "be bel", "bg bul bulgarian", "br bre", "ca cat catalan", "cs cze ces czech", "cy wel cym welsh",
    "da dan danish", "de ger deu german deutsch allemand", "el gre ell greek", "en eng english anglais englisch",
    "eo epo", "es spa spanish", "et est estonian", "eu baq eus", "fa per fas", "fi fin finnish",
    "fr fre fra french français franzosisch", "fy fry fri", "ga gle irish", "gd gla", "gl glg", "he heb hebrew",
    "hi hin", "hr hrv scr croatian", "hu hun hungarian", "hy arm hye", "is ice isl icelandic", "it ita italian",
    "ja jpn japanese", "ka geo kat", "ko kor korean", "la lat latin", "lb ltz luxembourgish", "lt lit lithuanian",
    "lv lav latvian", "mk mac mkd", "mt mlt", "nl dut nld dutch nederlands", "no nor norwegian", "nb nob", "nn nno",
    "oc oci", "pl pol polish", "pt por portuguese", "rm roh", "ro rum ron romanian", "ru rus russian",
    "sk slo slk slovak", "sl slv slovenian", "sq alb sqi", "sr srp scc serbian", "sv swe swedish",
    "tr tur turkish", "uk ukr ukrainian", "vi vie", "yi yid yiddish", "zh chi zho chinese",
  ]
}
