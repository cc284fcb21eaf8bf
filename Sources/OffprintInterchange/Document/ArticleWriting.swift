import OffprintJSON
import OffprintKit

extension JSONWriter {
  mutating func article(_ article: Article) {
    object { json in
      json.member("id", article.id)
      json.member("type", article.type.rawValue)
      json.member("language", article.language)
      if case .publisher(let id) = article.origin { json.member("publisher_id", id) }
      json.member("section", article.section)
      if !article.labels.isEmpty {
        json.key("labels")
        json.array { json in article.labels.forEach { json.label($0) } }
      }
      json.key("components")
      json.array { json in article.components.forEach { json.component($0) } }
    }
  }

  mutating func label(_ label: Label) {
    object { json in
      json.member("kind", label.kind)
      json.member("value", label.value)
      json.member("source", label.source)
      json.member("confidence", label.confidence)
    }
  }

  private mutating func component(_ component: Component) {
    object { json in
      json.member("role", component.role.rawValue)
      json.key("lines")
      json.array { json in component.lines.forEach { json.line($0) } }
      json.member("confidence", component.confidence)
    }
  }
}
