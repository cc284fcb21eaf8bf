import OffprintJSON
import OffprintKit

/// What checks and writers of a plugin answer for one document.
extension Form {
  /// `{"figure": 3}`.
  public func figure(of check: String) throws -> Double {
    try throwIfError(of: check)
    try only(["figure"])
    return try required("figure").number()
  }

  /// `{"products": [{"article": 0, "text": "…"}, {"issue": true, "base64": "…"}]}`.
  public func products(of writer: String, _ unit: ProductUnit, for issue: Issue) throws -> [Product] {
    try throwIfError(of: writer)
    try only(["products"])
    return try required("products").list().map { try $0.product(unit, issue) }
  }

  private func product(_ unit: ProductUnit, _ issue: Issue) throws -> Product {
    try only(["article", "page", "issue", "text", "base64"])
    let scope: Product.Scope
    if let article = self["article"], unit == .article {
      scope = .article(try article.index(below: issue.articles.count, "articles"))
    } else if let page = self["page"], unit == .page {
      scope = .page(try page.index(below: issue.pages.count, "pages"))
    } else if let whole = self["issue"], try whole.boolean(), unit != .page {
      scope = .issue
    } else {
      throw fault("says what it is about: the writer's unit is \(unit.rawValue)")
    }
    if let text = self["text"] { return Product(scope, Array(try text.text().utf8)) }
    let coded = try required("base64")
    guard let bytes = Base64.decode(try coded.text()) else { throw coded.fault("is no base64") }
    return Product(scope, bytes)
  }
}
