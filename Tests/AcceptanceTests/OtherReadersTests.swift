import Foundation
import Testing

/// Programs of others that read what we write: IPTC's own Python library, from PyPI, where there is a Python and an
/// index to take it from.
@Suite("Items in the hands of other programs")
struct OtherReadersTests {
  private static let python: URL? = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }

  /// A folder with the library in it; nil, and a line that says so, where it cannot be had.
  private func library(in scratch: Scratch) throws -> (python: URL, folder: URL)? {
    guard let python = Self.python else {
      print("skipped: there is no python3 here")
      return nil
    }
    let folder = scratch.folder.appending(path: "site")
    let pip = try Command.run(
      python,
      ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", folder.path, "newsmlg2==1.1"])
    guard pip.status == 0 else {
      print("skipped: newsmlg2 cannot be installed: \(pip.errors.split(separator: "\n").last ?? "")")
      return nil
    }
    return (python, folder)
  }

  /// Reads items, a message and NITF files as a program would that knows nothing of Offprint, and prints what it found.
  private static let script = #"""
    import glob, sys, xml.etree.ElementTree as ET
    from NewsMLG2 import NewsMLG2Document
    out, nitf = sys.argv[1], "{http://iptc.org/std/NITF/2006-10-18/}"
    guids, named = set(), []
    for path in sorted(glob.glob(out + "/newsml/*/*.xml")):
        item = NewsMLG2Document(path).get_item()
        if type(item).__name__ == "PackageItem":
            named += [str(ref.residref) for group in item.groupset.group for ref in (group.itemref or [])]
            continue
        assert type(item).__name__ == "NewsItem", path
        assert str(item.version) == "1" and str(item.itemmeta.itemclass.qcode) == "ninat:text"
        assert str(item.itemmeta.title) and item.contentset.inlinexml[0].contenttype == "application/nitf+xml"
        guids.add(str(item.guid))
        # The text, as a reader of NITF in body.content/block takes it.
        body = ET.parse(path).getroot().find(".//" + nitf + "body.content/" + nitf + "block")
        assert "".join(body.itertext()).strip(), path
    assert guids and guids == set(named), (guids, named)
    message = NewsMLG2Document(glob.glob(out + "/message/*.xml")[0]).get_item()
    assert type(message).__name__ == "NewsMessage" and str(message.header.sent)
    for path in glob.glob(out + "/nitf/*.xml"):
        root = ET.parse(path).getroot()
        assert root.tag == "nitf" and root.find("head/docdata/doc-id").get("id-string") in guids
        assert root.find("body/body.content/block") is not None and root.find("head/title").text
        print(root.findtext("body/body.head/hedline/hl1") or "")
    """#

  @Test("newsmlg2 reads what the profile compat writes, and a plain reader of XML its NITF")
  func compat() throws {
    let scratch = try Scratch()
    guard let (python, site) = try library(in: scratch) else { return }
    let pipeline = try scratch.write(
      """
      offprint: 1
      extends: \(Command.root.path)/pipelines/mets-alto.yaml
      write:
        newsml: { with: { profile: compat } }
        message: { format: newsml-g2, to: "${out}/message/${issue.id}.xml", with: { profile: compat, unit: message } }
        plain: { format: nitf, to: "${out}/nitf/${article.id}.xml", with: { form: plain } }
      """, to: "compat.yaml")
    let out = scratch.folder.appending(path: "out")
    let run = try Command.run(["run", pipeline.path, "--var", "out=\(out.path)"])
    #expect(run.status == 0, "\(run.errors)")
    let script = try scratch.write(Self.script, to: "read.py")
    let read = try Command.run(python, [script.path, out.path], environment: ["PYTHONPATH": site.path])
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains("La glace tient.") && read.output.contains("Un loup ? Non, un chien."))
  }
}
