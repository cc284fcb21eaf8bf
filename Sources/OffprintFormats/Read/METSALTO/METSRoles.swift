import OffprintModel

/// What the types of divisions mean, over the profiles in use: ENMAP and docWorks (`ARTICLE`, `HEADING`, `TITLE`, …),
/// the BnF's `toc`, Olive's, the British Library's. Types are given in capitals and letters only.
enum METSRoles {
  /// The type of the unit that a division is; nil if it is none by itself.
  static func itemType(_ kind: String) -> ArticleType? {
    switch kind {
    case "ARTICLE", "CHAPTER", "CONTRIBUTION", "LETTER", "INTERVIEW", "FEATURE", "WEATHER", "SHIPPING", "REVIEW",
      "EDITORIAL", "POEM", "SERIALSTORY", "NEWS", "ITEM":
      .article
    case "ADVERTISEMENT", "ADVERT", "AD", "ADS", "ADVERTISEMENTS": .advertisement
    case "OBITUARY", "BIRTHNOTICE", "DEATHNOTICE", "MARRIAGENOTICE", "FAMILYNOTICE", "NOTICE", "CLASSIFIED",
      "CLASSIFIEDS", "BIRTH", "DEATH", "MARRIAGE":
      .notice
    case "TITLESECTION", "MASTHEAD": .masthead
    case "PUBLISHINGSTMT", "FURNITURE": .furniture
    default: nil
    }
  }

  /// The type of a division that is a unit only where it stands by itself, in no article.
  static func loneType(_ kind: String) -> ArticleType? {
    switch kind {
    case "ILLUSTRATION", "PICTURE", "IMAGE", "PHOTO", "CARTOON", "MAP": .illustration
    case "TABLE": .table
    default: nil
    }
  }

  /// True for what names blocks of no unit, as Offprint writes it.
  static func isLeftOver(_ kind: String) -> Bool { kind == "LEFTOVER" }

  static func isSection(_ kind: String) -> Bool { kind == "SECTION" || kind == "SUPPLEMENT" }

  /// The role that a division gives to what is in it; nil if it leaves the role of the one around it.
  static func role(_ kind: String) -> Role? {
    switch kind {
    case "TITLE", "HEADLINE", "HEADING": .headline
    case "SUBHEADLINE", "SUBTITLE", "SUBHEADING": .subheadline
    case "OVERLINE", "KICKER": .overline
    case "AUTHOR", "BYLINE": .byline
    case "DATELINE": .dateline
    case "CROSSHEADING", "INSIDEHEADING", "CROSSHEAD": .crosshead
    case "CAPTION", "ILLUSTRATION", "IMAGE", "PICTURE": .caption
    case "TABLE", "TABLECONTENT": .table
    case "JUMPLINE": .jumpLine
    case "SECTIONLABEL": .sectionLabel
    case "PARAGRAPH", "FOOTNOTE", "TEXTBLOCK", "QUOTE", "POEMTEXT": .paragraph
    default: nil
    }
  }

  /// True for a type that says something here, or that only holds others.
  static func isKnown(_ kind: String) -> Bool {
    switch kind {
    case "CONTENT", "BODY", "BODYCONTENT", "TEXT", "ISSUE", "NEWSPAPER", "VOLUME", "PAGE", "PAGEAREA":
      true
    default: isSection(kind) || itemType(kind) != nil || loneType(kind) != nil || role(kind) != nil
    }
  }

  /// The role inside of one that is given already: a title inside a crossheading is still a crosshead, the picture of
  /// a table is the table.
  static func role(_ kind: String, inside around: Role?) -> Role? {
    switch around {
    case .crosshead, .table, .masthead, .furniture: around
    case .headline: [.headline, nil].contains(role(kind)) ? .headline : role(kind)
    default: role(kind) ?? around
    }
  }
}
