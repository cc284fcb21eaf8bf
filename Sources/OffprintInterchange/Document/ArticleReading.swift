import OffprintJSON
import OffprintKit

extension JSONScanner {
  mutating func article() throws -> Article {
    var article = Article(components: [])
    try members { scanner, key in
      switch key {
      case "id": article.id = try scanner.string()
      case "type": article.type = try scanner.word(ArticleType.self)
      case "language": article.language = try scanner.string()
      case "publisher_id": article.origin = .publisher(id: try scanner.string())
      case "section": article.section = try scanner.string()
      case "labels": try scanner.array { article.labels.append(try $0.label()) }
      case "components": try scanner.array { article.components.append(try $0.component()) }
      default: throw scanner.unknown(key, in: "an article")
      }
    }
    return article
  }

  private mutating func label() throws -> Label {
    var label = Label(kind: "", value: "", source: "")
    try members { scanner, key in
      switch key {
      case "kind": label.kind = try scanner.string()
      case "value": label.value = try scanner.string()
      case "source": label.source = try scanner.string()
      case "confidence": label.confidence = try scanner.number()
      default: throw scanner.unknown(key, in: "a label")
      }
    }
    return label
  }

  private mutating func component() throws -> Component {
    var role: Role?
    var component = Component(.paragraph, lines: [])
    try members { scanner, key in
      switch key {
      case "role": role = try scanner.word(Role.self)
      case "lines": component.lines = try scanner.lines()
      case "confidence": component.confidence = try scanner.number()
      default: throw scanner.unknown(key, in: "a component")
      }
    }
    component.role = try required(role, "role", of: "a component")
    return component
  }
}
