import OffprintModel

/// What a file Ar….xml, Ad….xml holds: an article, an advertisement or a picture, or the piece of one on this page.
struct OliveEntity {
  var path: String
  var id = ""
  /// ENTITY_TYPE
  var type: String?
  var language: String?
  /// Its place in the document.
  var index: Int?
  var name: String?
  var section: String?
  /// The entities that this one goes on from, and that it goes on in.
  var previous: String?
  var next: String?
  /// The line of the file on which that stands.
  var linkLine: Int?
  var primitives: [OlivePrimitive] = []
  var images: [OliveImage] = []

  var hasLines: Bool { primitives.contains { !$0.lines.isEmpty } }

  var articleType: ArticleType {
    switch type?.lowercased() {
    case "ad", "advertisement", "classified": .advertisement
    case "picture", "graphic", "photo": .illustration
    default: .article
    }
  }

  /// The name, unless it only says that there is none.
  var title: String? { name.flatMap { $0.hasPrefix("Untitled") ? nil : $0 } }
}

struct OliveImage {
  var id: String?
  var box: Box
  /// True for the frame around an advertisement, its text included.
  var isFrame: Bool
}
