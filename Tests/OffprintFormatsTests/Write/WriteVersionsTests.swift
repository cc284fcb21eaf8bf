import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML
import Testing

@testable import OffprintFormats

/// Deliveries in memory: files by what they are about.
private struct Delivery {
  var files: [String: [UInt8]] = [:]

  init(_ products: [Product] = [], of issue: Issue) {
    for product in products { files[Self.name(product.scope, issue)] = product.bytes }
  }

  static func name(_ scope: Product.Scope, _ issue: Issue) -> String {
    switch scope {
    case .article(let index): issue.articles[index].id
    case .former(let id): id
    case .issue: "package"
    case .page(let page): "page\(page)"
    }
  }

  func earlier(of issue: Issue) -> EarlierProducts { EarlierProducts { [files] in files[Self.name($0, issue)] } }

  subscript(name: String) -> String { files[name].map { String(decoding: $0, as: UTF8.self) } ?? "" }
}

@Suite("Versions of items")
struct WriteVersionsTests {
  private let issue = WriteFixture.issue()
  private var ids: [String] { issue.articles.filter { !$0.type.isOfPage }.map(\.id) }

  private func deliver(
    _ issue: Issue, after earlier: Delivery, created: String, _ settings: [String: String] = [:]
  ) throws -> Delivery {
    let values = settings.merging(["created": created]) { $1 }.mapValues { SettingInput.scalar($0) }
    let writer = try NewsMLG2Writer(SettingsBinder.bind(NewsMLSettings.self, values))
    return Delivery(try writer.products(for: issue, after: earlier.earlier(of: issue)), of: issue)
  }

  private func first(_ settings: [String: String] = [:]) throws -> Delivery {
    try deliver(issue, after: Delivery(of: issue), created: "2026-01-01", settings)
  }

  /// The issue with a text of its advertisement changed by a label, and without its Chinese notice.
  private var changed: Issue {
    var issue = issue
    issue.articles[2].labels = [Label(kind: "subject", value: "Seife", source: "label")]
    issue.articles.remove(at: 3)
    return issue
  }

  @Test("A first delivery has versions 1, and without one nothing changes")
  func firstDelivery() throws {
    let delivery = try first()
    #expect(delivery.files.count == 5)
    let plain = try WriteFixture.products(NewsMLG2Writer.self, ["created": "2026-01-01"])
    #expect(Delivery(plain, of: issue).files == delivery.files)
  }

  @Test("What says the same stays byte by byte, whenever it is written")
  func unchanged() throws {
    let one = try first()
    #expect(try deliver(issue, after: one, created: "2026-02-02").files == one.files)
  }

  @Test("What changed is the next version, with all that belongs to a correction")
  func correction() throws {
    let one = try first()
    let two = try deliver(changed, after: one, created: "2026-02-02")
    #expect(two[ids[0]] == one[ids[0]] && two[ids[3]] == one[ids[3]])
    let item = two[ids[1]]
    let guid = "tag:example.org,2026:\(issue.id)/\(ids[1])"
    for part in [
      "guid=\"\(guid)\" version=\"2\"", "<versionCreated>2026-02-02T00:00:00Z</versionCreated>",
      "<firstCreated>2026-01-01T00:00:00Z</firstCreated>", "<pubStatus qcode=\"stat:usable\"/>",
      "<edNote role=\"oprole:version-note\" xml:lang=\"en\">Version 2 replaces version 1. Changed: description.</edNote>",
      "<signal qcode=\"sig:correction\"/>",
      "<link rel=\"irel:previousVersion\" residref=\"\(guid)\" version=\"1\"/>",
      "generated=\"2026-02-02T00:00:00Z\"", "version=\"2\"/>",
    ] { #expect(item.contains(part), "\(part)\n\(item)") }
    #expect(two["package"].contains("residref=\"\(guid)\" version=\"2\""))
    #expect(two["package"].contains("Changed: items"))
    #expect(NewsMLCheck.problems(in: two.files[ids[1]] ?? []).isEmpty)
  }

  @Test("An article that is gone is canceled, stays canceled, and may come back")
  func withdrawn() throws {
    let one = try first()
    let two = try deliver(changed, after: one, created: "2026-02-02")
    let canceled = two[ids[2]]
    for part in [
      "version=\"2\"", "<pubStatus qcode=\"stat:canceled\"/>", "<firstCreated>2026-01-01T00:00:00Z</firstCreated>",
      "irel:previousVersion",
    ] { #expect(canceled.contains(part), "\(part)") }
    #expect(!canceled.contains("contentSet") && !canceled.contains("sig:correction"))
    #expect(
      two["package"].contains(
        "itemMetaExtProperty rel=\"oprel:withdrawn\" value=\"tag:example.org,2026:\(issue.id)/\(ids[2])\""))
    let three = try deliver(changed, after: two, created: "2026-03-03")
    #expect(three.files == two.files)
    let four = try deliver(issue, after: three, created: "2026-04-04")
    #expect(four[ids[2]].contains("version=\"3\"") && four[ids[2]].contains("usable again"))
    #expect(!four["package"].contains("oprel:withdrawn"))
    #expect(four["package"].contains("version=\"3\""))
  }

  @Test("All articles may go")
  func allGone() throws {
    var empty = issue
    empty.articles = []
    let two = try deliver(empty, after: try first(), created: "2026-02-02")
    #expect(two.files.count == 5)
    #expect(ids.allSatisfy { two[$0].contains("stat:canceled") })
  }

  @Test("What tells only which release wrote an item is no change; rights and texts are")
  func substance() throws {
    var one = try first()
    let old = one[ids[0]].replacing("versioninfo=\"", with: "versioninfo=\"0.0-").replacing(
      "generator=\"Offprint ", with: "generator=\"Offprint 0.0-"
    )
    .replacing("party literal=\"Offprint ", with: "party literal=\"Offprint 0.0-")
    one.files[ids[0]] = Array(old.utf8)
    #expect(try deliver(issue, after: one, created: "2026-02-02")[ids[0]] == old)
    let rights = try deliver(issue, after: one, created: "2026-02-02", ["rights": "©"])
    #expect(rights[ids[0]].contains("Changed: rights."))
    var other = issue
    other.joins = [:]
    #expect(try deliver(other, after: one, created: "2026-02-02")[ids[0]].contains("Changed: text."))
  }

  @Test("What cannot be followed ends in a message")
  func impossible() throws {
    let one = try first()
    func code(_ change: (inout Delivery) -> Void, created: String = "2026-02-02", _ settings: [String: String] = [:])
      -> DiagnosticCode?
    {
      var earlier = one
      change(&earlier)
      do {
        _ = try deliver(changed, after: earlier, created: created, settings)
        return nil
      } catch { return Diagnostics.messages(of: error).first?.code }
    }
    #expect(code({ _ in }) == nil)
    #expect(code({ _ in }, created: "2026-01-01") == .versionImpossible)
    #expect(code({ _ in }, ["authority": "ulm.example,2020"]) == .versionImpossible)
    #expect(code({ $0.files[ids[2]] = nil }) == .versionImpossible)
    #expect(code({ $0.files[ids[0]] = Array("<html/>".utf8) }) == .versionImpossible)
    #expect(code({ $0.files[ids[0]] = [] }) == .versionImpossible)
  }

  @Test("A message follows the same rule")
  func messages() throws {
    let unit = ["unit": "message"]
    let one = try first(unit)
    #expect(one.files.count == 1)
    let same = try deliver(issue, after: one, created: "2026-02-02", unit)
    // Only what tells of the sending is new.
    #expect(
      same["package"].replacing("2026-02-02", with: "2026-01-01") == one["package"])
    let two = try deliver(changed, after: one, created: "2026-02-02", unit)
    let items = try XMLReadBack.root(of: two.files["package"] ?? []).children[1].children
    #expect(items.map { $0["version"] ?? "" }.sorted() == ["1", "1", "2", "2", "2"])
    #expect(items[0].name == "packageItem")
    #expect(NewsMLCheck.problems(in: two.files["package"] ?? []).isEmpty)
  }

  @Test("All versions are valid", .enabled(if: Validation.hasSchemas))
  func valid() throws {
    let two = try deliver(changed, after: try first(), created: "2026-02-02")
    #expect(try Validation.complaints(of: Array(two.files.values), ["--schema", Validation.newsml.path]) == "")
    let message = try deliver(
      changed, after: try first(["unit": "message"]), created: "2026-02-02", ["unit": "message"])
    #expect(try Validation.complaints(of: Array(message.files.values), ["--schema", Validation.newsml.path]) == "")
  }
}
