import OffprintModel

/// What a newsItem or packageItem says, as far as an issue has a place for it.
struct NewsMLReadItem {
  /// A text of the item and what it is.
  struct Part {
    var role: Role
    /// One text; the rows of a table.
    var lines: [String]
  }

  var isPackage = false
  var guid = ""
  var isCanceled = false
  var language: String?
  var title: String?
  /// When the item counts as made.
  var created: String?
  /// Of the newspaper.
  var paper: String?
  var publicationURI: String?
  var printed: String?
  /// By their names without the scheme's alias: what stands under pubHistory.
  var published: [String: String] = [:]
  var section: String?
  var type = ArticleType.article
  var ocrSoftware: String?
  /// The pages on which it stands, as numbers in the issue, and how they are called.
  var pages: [(sequence: Int?, label: String?)] = []
  var parts: [Part] = []
  /// A package's items, by their guids.
  var members: [String] = []
  /// True if it has a content that is not NITF, and of which nothing is read.
  var hasOtherContent = false

  /// The article's own id: the end of the guid, as Offprint makes it.
  var id: String {
    let end = guid.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? guid
    return Issue.identifier(end)
  }
}
