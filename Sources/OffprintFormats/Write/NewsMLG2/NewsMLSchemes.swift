/// The vocabularies that items name codes of: IPTC's own by their catalogue, ours within each item, so that every alias
/// resolves without a network.
enum NewsMLSchemes {
  static let catalogue = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"

  /// Aliases of IPTC catalogue 41 that our items use. The catalogue has more.
  static let iptc: Set<String> = [
    "digsrctype", "dimensionunit", "genre", "howextr", "irel", "medtop", "ninat", "pgrmod", "rnd", "sig",
    "stat",
  ]

  /// Aliases that IPTC has retired, or that never were in the catalogue though they are met with.
  static let retired: Set<String> = ["ctrol", "edstat", "isrol"]

  /// Our own: alias, the end of its URI, what its codes are.
  static let own: [(alias: String, path: String, definition: String)] = [
    ("optype", "type/", "What kind of unit of a newspaper an item is"),
    ("opgenre", "genre/", "Genres that are no IPTC genre"),
    ("oprole", "role/", "What a part of an item, a group or a program is for"),
    ("oprel", "property/", "What an extension property says of an item or its parts"),
    ("opact", "action/", "What happened to a newspaper on its way to an item"),
  ]

  /// A code of one of our own schemes: white space and `:` become `-`.
  static func code(_ alias: String, _ value: String) -> String {
    if value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }) { return alias + ":" + value }
    return alias + ":"
      + String(
        String.UnicodeScalarView(
          value.unicodeScalars.map { scalar in
            scalar.properties.isWhitespace || scalar == ":" || scalar.value < 0x20 ? "-" : scalar
          }))
  }
}

/// IPTC genre NewsCodes (cv.iptc.org/newscodes/genre) that suit what newspapers print.
enum NewsMLGenres {
  static let active: Set<String> = [
    "Advertiser_Supplied", "Advice", "Almanac", "Analysis", "Background", "Birth_Announcement", "Current",
    "Curtain_Raiser", "Daybook", "Exclusive", "Feature", "Fixture", "Forecast", "From_the_Scene", "History",
    "Horoscope",
    "Interview", "Obituary", "Opinion", "Polls_and_Surveys", "Press_Release", "Press-Digest", "Profile",
    "Question_and_Answer_Session", "Quote", "Response_to_a_Question", "Results_Listings_and_Statistics",
    "Retrospective", "Review", "Special_Report", "Summary", "Synopsis", "Transcript_and_Verbatim",
  ]

  /// A label's value as a QCode: IPTC's where it is one (spaces count as `_`), else of our own scheme. Codes that
  /// IPTC has retired are not IPTC's any more.
  static func qcode(_ value: String) -> String {
    let code = value.replacing(" ", with: "_")
    return active.contains(code) ? "genre:" + code : NewsMLSchemes.code("opgenre", code)
  }
}
