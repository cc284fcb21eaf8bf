import Foundation
import OffprintTesting
import Testing

/// Deliveries in archives, through the command: what is written must be what the unpacked folder gives.
@Suite("Archives as input")
struct ArchiveInputTests {
  private static let pipeline = "pipelines/mets-alto.yaml"

  private func run(_ input: String, into out: URL, _ more: [String] = []) throws -> Command {
    try Command.run(
      ["run", Self.pipeline, "--var", "input=\(input)", "--var", "out=\(out.path)"] + more)
  }

  /// The bundled issue as an archive, in the order of names.
  private func sample() throws -> [(name: String, bytes: [UInt8])] {
    let folder = Command.root.appending(path: "pipelines/samples/mets")
    return try contents(of: folder).sorted { $0.key < $1.key }.map { ($0.key, Array($0.value)) }
  }

  @Test("the bundled issue in a zip, a tar and a packed tar gives the same bytes as its folder")
  func same() throws {
    let scratch = try Scratch()
    let files = try sample()
    var tar = TarBuilder()
    for file in files { tar.add(file.name, file.bytes) }
    tar.end()
    let archives: [(String, [UInt8])] = [
      ("a.zip", ZipBuilder(files.map { .init($0.name, $0.bytes) }).bytes), ("a.tar", tar.bytes),
      ("a.tar.gz", gzipped(tar.bytes)),
    ]
    let plain = try run("pipelines/samples/mets", into: scratch.folder.appending(path: "plain"))
    #expect(plain.status == 0)
    let expected = try outputs(of: scratch.folder.appending(path: "plain"))
    for (name, bytes) in archives {
      let file = scratch.folder.appending(path: name)
      try Data(bytes).write(to: file)
      let out = scratch.folder.appending(path: name + ".out")
      let result = try run(file.path, into: out)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try outputs(of: out) == expected, "\(name)")
      let again = try run(file.path, into: out)
      #expect(again.errors.contains("of all as they were"), "\(again.errors)")
    }
  }

  @Test("a broken archive among others lets the run end with 1, one alone with 65")
  func broken() throws {
    let scratch = try Scratch()
    let good = ZipBuilder(try sample().map { .init($0.name, $0.bytes) }).bytes
    let folder = scratch.folder.appending(path: "in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(good).write(to: folder.appending(path: "good.zip"))
    try Data(good[..<(good.count / 2)]).write(to: folder.appending(path: "cut.zip"))
    let both = try run(folder.path, into: scratch.folder.appending(path: "out"))
    #expect(both.status == 1)
    #expect(both.errors.contains("error[OP220]: '\(folder.path)/cut.zip' cannot be unpacked"))
    #expect(both.errors.contains("documents: 1 done, 0 failed of 1"))
    let alone = try run(folder.appending(path: "cut.zip").path, into: scratch.folder.appending(path: "out2"))
    #expect(alone.status == 65)
  }

  @Test("a bag with a file that was changed costs its issue, unless the pipeline takes it")
  func bag() throws {
    let scratch = try Scratch()
    var manifest = ""
    for file in try sample() {
      _ = try scratch.write(String(decoding: file.bytes, as: UTF8.self), to: "in/bag/data/\(file.name)")
      manifest += String(repeating: "0", count: 32) + "  data/\(file.name)\n"
    }
    _ = try scratch.write("BagIt-Version: 1.0\n", to: "in/bag/bagit.txt")
    _ = try scratch.write(manifest, to: "in/bag/manifest-md5.txt")
    let result = try run(scratch.folder.appending(path: "in").path, into: scratch.folder.appending(path: "out"))
    #expect(result.status == 65)
    #expect(result.errors.contains("error[OP223]"))
    let base = Command.root.appending(path: Self.pipeline).path
    let mine = try scratch.write(
      "offprint: 1\nname: mine\nextends: \(base)\nread: { checksums: warn }\n", to: "mine.yaml")
    let taking = try Command.run([
      "run", mine.path, "--var", "input=\(scratch.folder.appending(path: "in").path)", "--var",
      "out=\(scratch.folder.appending(path: "out2").path)",
    ])
    #expect(taking.status == 0, "\(taking.errors)")
    #expect(taking.errors.contains("warning[OP223]"))
  }

  @Test("a real zip gives what its folder gives", .enabled(if: SharedData.has("data/issues/bl-0002244-1855-09-22.zip")))
  func real() throws {
    let scratch = try Scratch()
    let issues = SharedData.folder.appending(path: "data/issues").path
    let (zip, folder) = (scratch.folder.appending(path: "zip"), scratch.folder.appending(path: "folder"))
    #expect(try run("\(issues)/bl-0002244-1855-09-22.zip", into: zip).status == 0)
    #expect(try run("\(issues)/bl-0002244-1855-09-22-poor-ocr", into: folder).status == 0)
    #expect(try outputs(of: zip) == outputs(of: folder))
  }

  @Test(
    "an empty page in a real zip costs its issue", .enabled(if: SharedData.has("data/issues/swa-1884-empty-member.zip"))
  )
  func emptyMember() throws {
    let scratch = try Scratch()
    let zip = SharedData.folder.appending(path: "data/issues/swa-1884-empty-member.zip").path
    let result = try Command.run([
      "run", "pipelines/alto-pages.yaml", "--var", "input=\(zip)", "--var", "out=\(scratch.folder.path)",
    ])
    #expect(result.status == 65)
    #expect(result.errors.contains("BAU_1_000094152_1884_0072.xml' is empty"))
  }

  @Test(
    "real bags are whole as far as they are there",
    .enabled(if: SharedData.has("data/issues/rero-blb-1845-12-28-bagit")))
  func realBags() throws {
    let scratch = try Scratch()
    let issues = SharedData.folder.appending(path: "data/issues").path
    let blb = try run("\(issues)/rero-blb-1845-12-28-bagit", into: scratch.folder.appending(path: "blb"))
    #expect(blb.status == 0)
    #expect(blb.errors.contains("1504 of the 1510 files that the bag"))
    let ezr = try run("\(issues)/rero-ezr-1840-02-21-bagit", into: scratch.folder.appending(path: "ezr"))
    #expect(ezr.status == 0)
    #expect(ezr.errors.contains("is a bag without a manifest"))
  }
}
