import OffprintDiagnostics
import OffprintKit
import OffprintPipeline
import OffprintTesting
import Testing

@testable import OffprintEngine

@Suite struct ArchiveInputTests {
  private let sandbox = Sandbox()

  private func selection(_ from: String) throws -> InputSelection {
    try InputFinder.selection(for: "\(sandbox.path)/\(from)")
  }

  private func found(_ from: String) throws -> [String] {
    try selection(from).files.map { String($0.dropFirst(sandbox.path.utf8.count + 1)) }
  }

  private func fill() {
    sandbox.write(
      ZipBuilder(files: [("1903/mets.xml", "m"), ("1903/alto/1.xml", "1"), ("__MACOSX/x", ""), (".hidden.xml", "")])
        .bytes, to: "in/a.zip")
    sandbox.write(gzipped(TarBuilder(files: [("1904/mets.xml", "m")]).bytes), to: "in/b.tar.gz")
    sandbox.write("m", to: "in/c/mets.xml")
  }

  @Test func `an archive is a folder of its name`() throws {
    fill()
    let all = ["in/a.zip!/1903/alto/1.xml", "in/a.zip!/1903/mets.xml", "in/b.tar.gz!/1904/mets.xml", "in/c/mets.xml"]
    #expect(try found("in") == all)
    #expect(try found("in/**") == all)
    #expect(try found("in/**/mets.xml") == Array(all[1...]))
    #expect(try found("in/*.zip") == Array(all[..<2]))
    #expect(try found("in/a.zip") == Array(all[..<2]))
    #expect(try found("in/a.zip!") == Array(all[..<2]))
    #expect(try found("in/a.zip!/1903/alto") == [all[0]])
    #expect(try found("in/a.zip!/1903/*.xml") == [all[1]])
    #expect(try found("in/*.zip!/1903/*.xml") == [all[1]])
    #expect(try found("in/*.zip/1903/*.xml") == [all[1]])
    #expect(try found("in/a.zip!/1903/mets.xml") == [all[1]])
    #expect(try selection("in/a.zip!/1903/mets.xml").isSingleFile)
    #expect(try selection("in/a.zip").root == "\(sandbox.path)/in/a.zip!")
    #expect(throws: Diagnostic.self) { try found("in/a.zip!/1903/mots.xml") }
  }

  @Test func `an archive is known by its bytes where its name says nothing, and by its name where it does`() throws {
    let zip = ZipBuilder(files: [("1.xml", "1")]).bytes
    for name in ["1903", "1904.bin", "05.x.y", "page.xml", "letter.DOCX", "6.txt.gz"] {
      sandbox.write(zip, to: "in/\(name)")
    }
    sandbox.write(gzipped(TarBuilder(files: [("2.xml", "2")]).bytes), to: "in/7.dat")
    sandbox.write("no zip", to: "in/8")
    let all = [
      "in/05.x.y!/1.xml", "in/1903!/1.xml", "in/1904.bin!/1.xml", "in/6.txt.gz", "in/7.dat!/2.xml", "in/8",
      "in/letter.DOCX", "in/page.xml",
    ]
    #expect(try found("in") == all)
    #expect(try found("in/1903") == ["in/1903!/1.xml"])
    #expect(try found("in/*.bin") == ["in/1904.bin!/1.xml"])
    #expect(try found("in/page.xml") == ["in/page.xml"])
  }

  @Test func `archives inside of archives are folders too, up to a depth`() throws {
    var bytes = ZipBuilder(files: [("x.xml", "x")]).bytes
    for _ in 0..<4 { bytes = ZipBuilder([.init("in.zip", bytes)]).bytes }
    sandbox.write(bytes, to: "in/a.zip")
    let selection = try selection("in")
    #expect(selection.files == [])
    #expect(selection.messages.map(\.code) == [.unpacksToTooMuch])
    bytes = ZipBuilder([.init("in.tar", TarBuilder(files: [("x.xml", "x")]).bytes)]).bytes
    sandbox.write(bytes, to: "in/a.zip")
    #expect(try found("in") == ["in/a.zip!/in.tar!/x.xml"])
    #expect(try SourceFile.read("\(sandbox.path)/in/a.zip!/in.tar!/x.xml") == Array("x".utf8))
  }

  @Test func `an archive that cannot be unpacked is an error, and the others are read`() throws {
    fill()
    sandbox.write("no zip", to: "in/d.zip")
    let selection = try selection("in")
    #expect(selection.files.count == 4)
    #expect(selection.messages.map(\.code) == [.archiveBroken, .inputEmpty])
    #expect(selection.messages.map(\.severity) == [.error, .note])
    #expect(throws: Diagnostic.self) { try found("in/d.zip") }
  }

  @Test func `an archive beside the folder that it was unpacked into is passed over, unless it is named`() throws {
    sandbox.write(ZipBuilder(files: [("x.xml", "x")]).bytes, to: "in/1903.zip")
    sandbox.write("y", to: "in/1903/x.xml")
    let selection = try selection("in")
    #expect(selection.files.map { $0.dropFirst(sandbox.path.utf8.count) } == ["/in/1903/x.xml"])
    #expect(selection.messages.map(\.code) == [.inputTwice])
    #expect(try found("in/1903.zip") == ["in/1903.zip!/x.xml"])
    #expect(try found("in/*.zip") == ["in/1903.zip!/x.xml"])
  }

  @Test func `a page that is there packed and as it is, is read once`() throws {
    sandbox.write("x", to: "in/1.xml")
    sandbox.write(gzipped([1]), to: "in/1.xml.gz")
    sandbox.write(gzipped([1]), to: "in/2.xml.gz")
    let selection = try selection("in")
    #expect(selection.files.map { $0.split(separator: "/").last } == ["1.xml", "2.xml.gz"])
    #expect(selection.messages.map(\.code) == [.inputTwice])
    #expect(try found("in/*.gz") == ["in/1.xml.gz", "in/2.xml.gz"])
  }

  @Test func `files are read from where they are, and their looks are those of their archive`() throws {
    fill()
    let path = "\(sandbox.path)/in/a.zip!/1903/alto/1.xml"
    #expect(try SourceFile.read(path) == [0x31] && SourceFile.head(path) == [0x31])
    #expect(FileLook(at: path)?.size == 1)
    #expect(FileLook(at: path)?.changed == FileLook(at: "\(sandbox.path)/in/a.zip")?.changed)
    #expect(FileLook(at: path + "x") == nil && FileLook(at: "\(sandbox.path)/in/a.zip!") == nil)
    #expect(SourceTree.isFolder("\(sandbox.path)/in/a.zip!/1903") && !SourceTree.isFile(path + "x"))
    #expect(SourceTree.files(below: "\(sandbox.path)/in/a.zip!/1903") == ["alto/1.xml", "mets.xml"])
    #expect(SourceTree.outermost(path) == "\(sandbox.path)/in/a.zip")
    #expect(DocumentSource.isInside(path, "\(sandbox.path)/in"))
    #expect(DocumentSource.isInside(path, "\(sandbox.path)/in/a.zip!"))
    #expect(!DocumentSource.isInside("\(sandbox.path)/in/c/mets.xml", "\(sandbox.path)/in/a.zip!"))
    #expect(throws: Diagnostic.self) { try SourceFile.read("\(sandbox.path)/in/a.zip!/../c/mets.xml") }
  }

  @Test func `a folder whose name ends in an exclamation mark is a folder`() throws {
    sandbox.write("x", to: "in/Viva!/a.xml")
    #expect(try found("in") == ["in/Viva!/a.xml"])
    #expect(try found("in/Viva!/a.xml") == ["in/Viva!/a.xml"])
    sandbox.write(ZipBuilder(files: [("Viva!/a.xml", "z")]).bytes, to: "zip/a.zip")
    #expect(try found("zip") == ["zip/a.zip!/Viva!/a.xml"])
    #expect(try SourceFile.read("\(sandbox.path)/zip/a.zip!/Viva!/a.xml") == [0x7A])
  }

  @Test func `names of archives without what only says what they are`() {
    #expect(SourceTree.plainName("1903.tar.gz!") == "1903" && SourceTree.plainName("1903.zip!") == "1903")
    #expect(SourceTree.plainName("1903-02.11.zip!") == "1903-02.11" && SourceTree.plainName("Viva!") == "Viva")
    #expect(SourceTree.plainName("1903.zip") == "1903.zip")
    #expect(SourceTree.unpackedName("1.xml.GZ") == "1.xml" && SourceTree.unpackedName("1.tar.gz") == "1.tar.gz")
  }

  @Test func `a packed tar that is changed is looked through again`() throws {
    sandbox.write(gzipped(TarBuilder(files: [("a.txt", "one")]).bytes), to: "in/a.tgz")
    #expect(try SourceFile.read("\(sandbox.path)/in/a.tgz!/a.txt") == Array("one".utf8))
    sandbox.write(gzipped(TarBuilder(files: [("b.txt", "a second one")]).bytes), to: "in/a.tgz")
    #expect(try SourceFile.read("\(sandbox.path)/in/a.tgz!/b.txt") == Array("a second one".utf8))
    #expect(throws: Diagnostic.self) { try SourceFile.read("\(sandbox.path)/in/a.tgz!/a.txt") }
  }

  @Test func `a run over an archive goes on, and does again what has changed in it`() {
    let files = (1...9).map { (name: "d\($0).txt", text: "one\ntwo \($0)") }
    sandbox.write(ZipBuilder(files: files).bytes, to: "in/a.zip")
    let first = Pipeline.fake(in: sandbox).run()
    #expect((first.found, first.done) == (9, 9))
    let again = Pipeline.fake(in: sandbox).goOn()
    #expect((again.done, again.asBefore) == (9, 9))
    // Packed anew, in another order, with one document changed and one more.
    let changed = files.reversed().map { ($0.name, $0.name == "d3.txt" ? "three\nfour" : $0.text) }
    sandbox.write(ZipBuilder(files: changed + [("d0.txt", "zero")]).bytes, to: "in/a.zip")
    let third = Pipeline.fake(in: sandbox).goOn()
    #expect((third.done, third.asBefore) == (10, 8))
  }

  @Test func `an archive that cannot be unpacked is not passed over in silence`() {
    sandbox.write("one", to: "in/a.txt")
    sandbox.write("no zip", to: "in/b.zip")
    let record = Pipeline.fake(in: sandbox).run()
    #expect(record.done == 1 && record.hasUnreadInput)
    sandbox.remove("in/a.txt")
    #expect(Pipeline.fake(in: sandbox).goOn().ending == .inputUnusable)
  }

  @Test func `a quarantined document is linked to its archive`() {
    sandbox.write(ZipBuilder(files: [("broken.txt", "BROKEN")]).bytes, to: "in/a.zip")
    let record = Pipeline.fake(in: sandbox) { $0.run.onError = .quarantine }.run()
    #expect(record.quarantined == 1)
    #expect(sandbox.files(below: "run/quarantine").keys.contains { $0.hasSuffix("input/a.zip") })
  }
}
