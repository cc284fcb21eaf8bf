import Foundation
import Testing

@Suite(
  "What the pipeline declares, on delivered issues",
  .enabled(
    if: SharedData.has("data/issues") && SharedData.has("schemas/catalog.xml"), "no shared issues and schemas here"))
struct PublicationTests {
  private static let issues = SharedData.folder.appending(path: "data/issues")
  private static let schemas = SharedData.folder.appending(path: "schemas").path
  private static let gazette = issues.appending(path: "bnl-luxemburger-zeitung-1858-12-07")

  /// A pipeline that writes every format that has a schema, each checked by it.
  private func pipeline(_ more: String = "") throws -> (scratch: Scratch, file: URL) {
    let scratch = try Scratch()
    let tei = "\(Self.schemas)/tei/tei_news-subset.rng"
    let file = try scratch.write(
      """
      offprint: 1
      name: declared
      vars: { input: { type: path }, out: { type: output } }
      publication:
        title: Declared title
        place: Luxemburg
        overrule: [place]
        provider: { name: Nationalbibliothéik, uri: "https://bnl.example/" }
        authority: bnl.example,2026
        rights: { notice: Kein Urheberrecht., terms: Frei., statement: "http://rightsstatements.org/vocab/NoC-NC/1.0/" }
        media: negative-film
      read: { format: mets-alto, from: "${input}" }
      run: { folder: "${out}", schemas: "\(Self.schemas)" }
      stages: [normalise-text, reflow-columns, segment-articles, dehyphenate]
      write:
        newsml: { format: newsml-g2, to: "${out}/newsml/${issue.id}/${article.id}.xml", schema: check }
        message: { format: newsml-g2, to: "${out}/message/${issue.id}.xml", schema: check, with: { unit: message } }
        nitf: { format: nitf, to: "${out}/nitf/${article.id}.xml", schema: check }
        tei: { format: tei, to: "${out}/tei/${article.id}.xml", schema: "\(tei)" }
        alto: { format: alto, to: "${out}/alto/${issue.id}/${page.name}.xml", schema: check }
        own: { format: article-xml, to: "${out}/own/${article.id}.xml", schema: check }
        records: { format: jsonl, to: "${out}/articles.jsonl" }
        table: { format: csv, to: "${out}/articles.csv" }
      \(more)
      """, to: "declared.yaml")
    return (scratch, file)
  }

  private func run(_ file: URL, _ input: URL, _ out: URL, _ more: [String] = []) throws -> Command {
    try Command.run(["run", file.path, "--var", "input=\(input.path)", "--var", "out=\(out.path)"] + more)
  }

  @Test("Every METS issue is valid in every format by schemas inside the command, and its time is told")
  func everyFormat() throws {
    let (scratch, file) = try pipeline()
    let out = scratch.folder.appending(path: "out")
    let done = try run(file, Self.issues, out)
    // One issue is there a second time, in a zip, and would write the same files.
    #expect(done.status == 1 && done.errors.split(separator: "\n").count { $0.hasPrefix("error[") } == 1)
    #expect(done.errors.contains("error[OP407]") && !done.errors.contains("OP119"), "\(done.errors)")
    let record = try JSONSerialization.jsonObject(with: Data(contentsOf: out.appending(path: "run.json")))
    let text = String(decoding: try Data(contentsOf: out.appending(path: "run.json")), as: UTF8.self)
    #expect(record is [String: Any])
    for part in ["newsml", "message", "nitf", "tei", "alto", "own"] { #expect(text.contains("\"\(part).schema\"")) }
    let files = try contents(of: out.appending(path: "newsml"))
    let item = try #require(files.first { !$0.key.hasSuffix("-package.xml") }).value
    let said = String(decoding: item, as: UTF8.self)
    for part in [
      "guid=\"tag:bnl.example,2026:", "<provider uri=\"https://bnl.example/\">", "<copyrightNotice>Kein Urheberrecht.",
      "rel=\"irel:rightspolicy\" href=\"http://rightsstatements.org/vocab/NoC-NC/1.0/\"", "digsrctype:negativeFilm",
      "rel=\"oprel:place\" value=\"Luxemburg\"",
    ] { #expect(said.contains(part), "\(part)") }
    // What the source says of its title stands.
    let own = try contents(of: out.appending(path: "own"))
    #expect(own.values.contains { String(decoding: $0, as: UTF8.self).contains("title=\"Luxemburger Zeitung") })
    // xmllint, another program with the same schemas, agrees.
    let messages = try contents(of: out.appending(path: "message")).keys.map { out.appending(path: "message/\($0)") }
    #expect(messages.count == 14)
    #expect(try SharedData.faults(inNewsML: messages) == "")
  }

  @Test("A file that is not valid stops its issue, with its place and the validator's words")
  func invalid() throws {
    let (scratch, file) = try pipeline()
    let strict = try scratch.write(
      """
      <element name="article" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>
      """, to: "strict.rng")
    let child = try scratch.write(
      """
      offprint: 1
      extends: declared.yaml
      write: { own: { schema: \(strict.path) } }
      """, to: "strict.yaml")
    _ = file
    let out = scratch.folder.appending(path: "out")
    let done = try run(child, Self.gazette, out)
    // The only issue is not exported, and so none is.
    #expect(done.status == 65)
    #expect(done.errors.contains("error[OP405]"), "\(done.errors)")
    #expect(done.errors.contains("would not be valid: ") && done.errors.contains("schema: strict.rng"))
    #expect(try contents(of: out).keys.allSatisfy { !$0.hasSuffix(".xml") })
  }

  @Test("Without a catalog, check says what to do")
  func noCatalog() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      """
      offprint: 1
      read: { format: mets-alto, from: . }
      stages: [reflow-columns, segment-articles]
      write: { items: { format: nitf, to: "${article.id}.xml", schema: check } }
      """, to: "p.yaml")
    let check = try Command.run(
      Command.executable, ["check", file.path], environment: ["OFFPRINT_SCHEMAS": "", "XML_CATALOG_FILES": ""])
    #expect(check.status == 78)
    #expect(check.errors.contains("error[OP120]") && check.errors.contains("OFFPRINT_SCHEMAS"), "\(check.errors)")
    let good = try Command.run(
      Command.executable, ["check", file.path], environment: ["OFFPRINT_SCHEMAS": Self.schemas])
    #expect(good.status == 0, "\(good.errors)")
    #expect(good.errors.contains("OP119"))
  }

  @Test("A second delivery: unchanged items stay, changed ones are corrected, resumed runs write the same bytes")
  func versions() throws {
    let scratch = try Scratch()
    func text(_ previous: String, _ created: String, _ stages: String) -> String {
      """
      offprint: 1
      name: versions
      vars: { input: { type: path }, out: { type: output }, previous: { default: "\(previous)" } }
      publication: { provider: A, authority: "bnl.example,2026", rights: No copyright. }
      read: { format: mets-alto, from: "${input}" }
      run: { folder: "${out}" }
      stages: [\(stages)]
      write:
        items:
          format: newsml-g2
          to: "${out}/newsml/${issue.id}/${article.id}.xml"
          versions: "${previous}"
          with: { created: \(created) }
      """
    }
    let all = "normalise-text, reflow-columns, segment-articles, dehyphenate"
    let first = scratch.folder.appending(path: "first")
    #expect(try run(scratch.write(text("", "2026-01-01", all), to: "1.yaml"), Self.gazette, first).status == 0)
    let old = try outputs(of: first)
    #expect(old.count > 20)
    // The same again, later: nothing is new.
    let same = scratch.folder.appending(path: "same")
    let again = try scratch.write(text("\(first.path)/newsml", "2026-02-02", all), to: "2.yaml")
    let done = try run(again, Self.gazette, same)
    #expect(done.status == 0, "\(done.errors)")
    #expect(try outputs(of: same) == old)
    // Without mended words, what had any is corrected.
    let second = scratch.folder.appending(path: "second")
    let other = try scratch.write(
      text("\(first.path)/newsml", "2026-02-02", "normalise-text, reflow-columns, segment-articles"), to: "3.yaml")
    #expect(try run(other, Self.gazette, second).status == 0)
    let new = try outputs(of: second)
    #expect(new.keys.sorted() == old.keys.sorted())
    let changed = new.filter { $0.value != old[$0.key] }
    #expect(changed.count > 3 && changed.count < new.count)
    for (name, bytes) in changed {
      let item = String(decoding: bytes, as: UTF8.self)
      #expect(item.contains("<signal qcode=\"sig:correction\"/>") && item.contains("version=\"2\""), "\(name)")
    }
    let files = new.keys.map { second.appending(path: $0) }
    #expect(try SharedData.faults(inNewsML: files) == "")
    // Going on, and starting over, write the same bytes; a change of the earlier delivery does the issue again.
    #expect(try run(other, Self.gazette, second).errors.contains("unchanged") || true)
    #expect(try outputs(of: second) == new)
    #expect(try run(other, Self.gazette, second, ["--fresh"]).status == 0)
    #expect(try outputs(of: second) == new)
    let name = try #require(changed.keys.sorted().first { !$0.hasSuffix("package.xml") })
    let earlier = first.appending(path: name)
    let bumped = String(decoding: try #require(old[name]), as: UTF8.self)
      .replacing("version=\"1\" xml", with: "version=\"4\" xml")
    try Data(bumped.utf8).write(to: earlier)
    #expect(try run(other, Self.gazette, second).status == 0)
    #expect(String(decoding: try #require(try outputs(of: second)[name]), as: UTF8.self).contains("version=\"5\" xml"))
    let refused = try Command.run([
      "run", other.path, "--var", "input=\(Self.gazette.path)", "--var", "out=\(first.path)", "--var",
      "previous=\(first.path)/newsml",
    ])
    #expect(refused.status == 78 && refused.errors.contains("'versions' names the folder that is written to"))
  }

  @Test("Items of every METS issue are read back: the same articles, headlines and paragraphs")
  func roundTrip() throws {
    let (scratch, file) = try pipeline()
    let out = scratch.folder.appending(path: "out")
    #expect(try run(file, Self.issues, out).status == 1)
    let back = try scratch.write(
      """
      offprint: 1
      name: back
      vars: { input: { type: path }, out: { type: output } }
      read: { format: newsml-g2, from: "${input}" }
      run: { folder: "${out}" }
      write: { records: { format: jsonl, to: "${out}/articles.jsonl" } }
      """, to: "back.yaml")
    for source in ["newsml", "message"] {
      let again = scratch.folder.appending(path: "back-\(source)")
      let done = try run(back, out.appending(path: source), again)
      #expect(done.status == 0, "\(done.errors)")
      func texts(_ folder: URL) throws -> [[String]] {
        try Record.read(folder.appending(path: "articles.jsonl"))
          .filter { !["furniture", "masthead"].contains($0.metadata.type) }
          .map { record in
            [record.id, record.metadata.type, record.metadata.language ?? "", record.metadata.date ?? ""]
              + record.metadata.components.filter { !$0.text.isEmpty && $0.role != "table" }
              .map { "\($0.role): " + $0.text.split(separator: " ").joined(separator: " ") }.sorted()
          }
      }
      let (written, read) = (try texts(out), try texts(again))
      #expect(read.count == written.count)
      #expect(
        Set(read) == Set(written),
        "\(Set(written).subtracting(read).prefix(2)) \(Set(read).subtracting(written).prefix(2))")
    }
  }
}
