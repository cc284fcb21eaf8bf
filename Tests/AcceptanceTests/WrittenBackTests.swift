import Foundation
import Testing

/// Articles written back into delivered METS files, and pages as PAGE-XML and hOCR, over every issue there is.
@Suite(
  "Articles written back into deliveries",
  .enabled(
    if: SharedData.has("data/issues") && SharedData.has("schemas/mets") && SharedData.xmllint != nil,
    "no shared issues and schemas here, or no xmllint"))
struct WrittenBackTests {
  private static func pipeline(_ writes: String, read: String = "mets-alto.yaml") -> String {
    """
    offprint: 1
    name: back
    extends: \(Command.root.path)/pipelines/\(read)
    # What was written back into a bag is not what its manifest vouches for.
    read: { checksums: ignore }
    write:
      articles: { format: jsonl, to: "${out}/articles.jsonl" }
    \(writes)
    """
  }

  /// Runs a pipeline of these writers over the shared issues, or over a folder.
  private func run(
    _ writes: String, read: String = "mets-alto.yaml", from input: URL? = nil, in scratch: Scratch, out: String
  ) throws -> [Record] {
    _ = try scratch.write(Self.pipeline(writes, read: read), to: "\(out).yaml")
    let from = input ?? SharedData.folder.appending(path: "data/issues")
    let more = read == "page-xml.yaml" ? ["--var", "issue=folder"] : []
    let run = try Command.run(
      ["run", "\(out).yaml", "--var", "input=\(from.path)", "--var", "out=\(out)"] + more, in: scratch.folder)
    #expect(SharedData.isDone(run), "\(run.errors)")
    #expect(run.errors.contains(" 0 lost"), "\(run.errors)")
    return try Record.read(scratch.folder.appending(path: "\(out)/articles.jsonl"))
  }

  /// What xmllint says of a file against a schema, without names and line numbers.
  private func faults(of file: URL, _ schema: String) throws -> [String] {
    let check = try Command.run(
      try #require(SharedData.xmllint),
      ["--nonet", "--noout", "--schema", SharedData.folder.appending(path: "schemas/\(schema)").path, file.path],
      environment: ["XML_CATALOG_FILES": SharedData.folder.appending(path: "schemas/catalog.xml").path])
    guard check.status != 0 else { return [] }
    return check.errors.split(separator: "\n").map(String.init).filter { $0.contains("error") }.map { line in
      String(line.components(separatedBy: " error : ").last ?? line)
    }.sorted()
  }

  /// A METS file without what `mets-alto` added: the parts with an ID of ours, the agent, a header made for it.
  private static func stripped(_ text: String) throws -> String {
    let name = "(?:[A-Za-z]+:)?"
    return
      text
      .replacing(try Regex("\\s*<\(name)(dmdSec|structMap) ID=\"OFFPRINT(?s:.*?)</\(name)\\1>"), with: "")
      .replacing(try Regex("\\s*<\(name)agent ROLE=\"EDITOR\"(?s:.*?)</\(name)agent>"), with: "")
      .replacing(try Regex("\\s*<\(name)metsHdr(?: LASTMODDATE=\"[^\"]*\")?>\\s*</\(name)metsHdr>"), with: "")
  }

  /// The METS files of the shared issues, by what is in them.
  private func inputs() throws -> [String: URL] {
    let root = SharedData.folder.appending(path: "data/issues").resolvingSymlinksInPath()
    let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var found: [String: URL] = [:]
    while let file = walk?.nextObject() as? URL {
      guard file.pathExtension == "xml", let text = try? String(contentsOf: file, encoding: .utf8),
        text.prefix(4000).contains("mets")
      else { continue }
      found[text] = file
    }
    return found
  }

  private func copies(in folder: URL, replacing files: [URL: Data]) throws {
    let root = SharedData.folder.appending(path: "data/issues").resolvingSymlinksInPath().path
    for (target, bytes) in files {
      let relative = target.resolvingSymlinksInPath().path.dropFirst(root.count + 1)
      let top = String(relative.split(separator: "/")[0])
      let copy = folder.appending(path: top)
      if !FileManager.default.fileExists(atPath: copy.path) {
        for (name, content) in try contents(of: URL(filePath: "\(root)/\(top)")) {
          let file = copy.appending(path: name)
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try content.write(to: file)
        }
      }
      try bytes.write(to: folder.appending(path: String(relative)))
    }
  }

  private func outline(_ records: [Record]) -> [String] {
    records.map { "\($0.metadata.type) \($0.metadata.headline ?? "") \($0.lines)" }
  }

  @Test("stand in the METS file with every other byte as it was, valid as before, and are read again the same")
  func mets() throws {
    let scratch = try Scratch()
    let first = try run(
      """
        mets: { format: mets-alto, to: "${out}/mets/${issue.id}.xml" }
        bl: { format: mets-alto, to: "${out}/bl/${issue.id}.xml", with: { flavour: bl } }
        new: { format: mets-alto, to: "${out}/new/${issue.id}.xml", with: { base: new } }
      """, in: scratch, out: "one")
    let inputs = try inputs()
    var replaced: [URL: Data] = [:]
    for (name, bytes) in try contents(of: scratch.folder.appending(path: "one/mets")) where name.hasSuffix(".xml") {
      let input = try #require(inputs[Self.stripped(String(decoding: bytes, as: UTF8.self))], "\(name) has changed")
      replaced[input] = bytes
      let before = try faults(of: input, "mets/mets-1.12.1+mods-3.7.xsd")
      for flavour in ["mets", "bl", "new"] {
        let file = scratch.folder.appending(path: "one/\(flavour)/\(name)")
        #expect(try faults(of: file, "mets/mets-1.12.1+mods-3.7.xsd") == (flavour == "new" ? [] : before), "\(name)")
      }
    }
    #expect(replaced.count == 14)
    let again = scratch.folder.appending(path: "again")
    try copies(in: again, replacing: replaced)
    #expect(outline(try run("", from: again, in: scratch, out: "two")) == outline(first))
  }

  @Test("stand in PAGE-XML and hOCR that is valid, and are read again from PAGE-XML")
  func pages() throws {
    let scratch = try Scratch()
    let first = try run(
      """
        page: { format: page-xml, to: "${out}/page/${issue.id}/${page.name}.xml" }
        hocr: { format: hocr, to: "${out}/hocr/${issue.id}/${page.name}.hocr" }
        iiif: { format: iiif, to: "${out}/iiif/${issue.id}.json" }
        linked: { format: json-ld, to: "${out}/articles.jsonld" }
      """, in: scratch, out: "one")
    for (folder, schema) in [("page", "page/pagecontent-2019-07-15.xsd"), ("hocr", "xhtml/xhtml1-strict.xsd")] {
      let root = scratch.folder.appending(path: "one/\(folder)")
      let files = try contents(of: root).keys.sorted().filter { $0.hasSuffix(".xml") || $0.hasSuffix(".hocr") }
      #expect(files.count == 61)
      for file in files { #expect(try faults(of: root.appending(path: file), schema) == [], "\(file)") }
    }
    for (name, bytes) in try contents(of: scratch.folder.appending(path: "one/iiif")) {
      let manifest = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      #expect(manifest?["type"] as? String == "Manifest", "\(name)")
    }
    let again = try run(
      "", read: "page-xml.yaml", from: scratch.folder.appending(path: "one/page"), in: scratch, out: "two")
    // Lines are in the same articles. What is not read as it stands in its block has another order.
    let kept = { (records: [Record]) in
      Set(
        records.filter { $0.metadata.type != "furniture" }.map {
          "\($0.metadata.type) \($0.lines.sorted())"
        })
    }
    let (wanted, found) = (kept(first), kept(again))
    #expect(wanted.subtracting(found).count * 50 < wanted.count, "\(wanted.subtracting(found).sorted().prefix(3))")
  }
}
