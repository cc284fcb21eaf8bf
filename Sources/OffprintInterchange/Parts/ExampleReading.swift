import OffprintJSON
import OffprintKit

extension Form {
  func example() throws -> Example {
    try only(["reason", "text", "blocks", "articles", "language", "settings", "after", "expect"])
    var settings: [String: String] = [:]
    if let form = self["settings"] {
      guard case .object(let members) = form.value else { throw form.wrongKind("an object") }
      for member in members { settings[member.key] = try form[member.key]?.settingInput().written }
    }
    return Example(
      try required("reason").text(), try exampleInput(), language: try self["language"]?.text(), settings: settings,
      after: try self["after"]?.texts() ?? [], expect: try required("expect").expectation())
  }

  private func exampleInput() throws -> Example.Input {
    if let text = self["text"] { return .text(try text.text()) }
    if let blocks = self["blocks"] {
      return .blocks(try blocks.list().map { try $0.list().map { try $0.placedLine() } })
    }
    guard let articles = self["articles"] else { throw fault("needs a member 'text', 'blocks' or 'articles'") }
    return .articles(
      try articles.list().map { article in
        try article.only(["type", "components"])
        let components = try article.required("components").list().map { component in
          try component.only(["role", "text"])
          return (role: try component.required("role").word(Role.self), text: try component.required("text").text())
        }
        return (type: try article["type"]?.word(ArticleType.self) ?? .article, components: components)
      })
  }

  private func placedLine() throws -> Example.PlacedLine {
    try only(["text", "x", "y", "width", "height"])
    return Example.PlacedLine(
      try required("text").text(), x: try required("x").integer(), y: try required("y").integer(),
      width: try required("width").integer(), height: try required("height").integer())
  }

  private func expectation() throws -> Expectation {
    try only(["text", "articles", "headlines", "labels", "languages"])
    return Expectation(
      text: try self["text"]?.text(), articles: try self["articles"]?.text(),
      headlines: try self["headlines"]?.texts(), labels: try self["labels"]?.text(),
      languages: try self["languages"]?.texts())
  }
}
