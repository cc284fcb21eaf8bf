import OffprintKit
import OffprintXML

/// A document's way from the reader to the writers, with the account of its lines after each stage.
struct Passage: Sendable {
  private let stages: [AnyStage]
  private let writers: [(spec: WriterSpec, writer: any ProductMaking)]

  init() throws {
    stages = try Parts.stages()
    writers = try Parts.writers()
  }

  /// The document as it was read, or without the publisher's articles, so that they are looked for; then one writer.
  /// `seed` says which, the same for the same input.
  func take(_ issue: Issue, seed: Int) {
    demandWhole(issue)
    var chosen = issue
    if seed.isMultiple(of: 2) { chosen.markup = nil }
    run(chosen, writers[seed / 2 % writers.count])
  }

  private func run(_ read: Issue, _ output: (spec: WriterSpec, writer: any ProductMaking)) {
    var issue = read
    for stage in stages {
      do {
        try stage.run(on: &issue)
      } catch {
        finding("'\(stage.spec.name)' failed: \(error)")
      }
      demandEven(issue, like: read, after: stage.spec.name)
    }
    write(issue, output.spec, output.writer)
  }

  private func demandWhole(_ issue: Issue) {
    if Set(issue.pages.map(\.number)).count != issue.pages.count { finding("two pages have one number") }
    let names = issue.pages.flatMap { page in page.lines.indices.map(page.lineName) }
    if Set(names).count != names.count { finding("two lines have one name") }
    if !Ledger.balance(of: issue).isEven { finding("the reader lost a line") }
  }

  private func demandEven(_ issue: Issue, like read: Issue, after stage: String) {
    if issue.pages.map(\.sourceLineCount) != read.pages.map(\.sourceLineCount) {
      finding("'\(stage)' changed the number of lines of a page")
    }
    let balance = Ledger.balance(of: issue)
    if !balance.isEven {
      finding(
        "after '\(stage)' \(balance.lost.count) lines are lost, \(balance.doubled.count) are there twice,"
          + " \(balance.unknown.count) are no lines")
    }
    for page in issue.pages {
      if let flow = page.flow, flow.lines.sorted() != Array(page.lines.indices) {
        finding("after '\(stage)' the reading order of page '\(page.name)' is not all of its lines")
      }
    }
  }

  private func write(_ issue: Issue, _ spec: WriterSpec, _ writer: any ProductMaking) {
    do {
      for product in try writer.products(for: issue) {
        if String(validating: product.bytes, as: UTF8.self) == nil { finding("'\(spec.name)' writes what is no UTF-8") }
        // A file begins as its format does; a record may begin with the paper's own words.
        if spec.layout == .files, product.bytes.starts(with: "<?xml".utf8) {
          _ = try XMLReadBack.root(of: product.bytes)
        }
      }
    } catch {
      finding("'\(spec.name)' failed: \(error)")
    }
  }
}
