import OffprintKit

/// What the operator of a title knows better than any model: it overrules what was learned.
struct ArticleWishes: Sendable {
  var granularity = Granularity.articles
  /// Headings of type so many times the size of text begin an article, and smaller ones do not; nil to weigh them.
  var headlineRatio: Double?
  var separators = SeparatorUse.weigh
  var advertisements = AdvertisementUse.weigh
  var phrases = OwnPhrases()
  var followsJumps = true
}

/// How much is one article.
public enum Granularity: String, SettingChoice {
  /// A section with all its items.
  case sections
  case articles
  /// Each short item of a section by itself.
  case items

  /// How many articles are taken to begin for each one that the model expects.
  var startsForEachExpected: Double {
    switch self {
    case .sections: 0.6
    case .articles: 1
    case .items: 1.6
    }
  }
}

/// What rules between texts say.
public enum SeparatorUse: String, SettingChoice {
  /// One sign among others.
  case weigh
  /// An article begins under each.
  case strong
  /// Nothing: they are ornaments, or found by chance.
  case ignore
}

/// How advertisements are cut.
public enum AdvertisementUse: String, SettingChoice {
  /// As any other text.
  case weigh
  /// Each by itself: one begins with every heading and every block.
  case split
  /// Those that follow one another are one.
  case join
}
