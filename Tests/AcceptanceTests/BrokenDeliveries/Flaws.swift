import Foundation

extension Flaw {
  /// Every way that is tried. Some fall away where the system knows no such thing or the tests run as superuser.
  static func all(outside: URL) -> [Flaw] {
    texts + hugeTexts + paths(outside) + kindsOfFiles + (geteuid() == 0 ? [] : [unreadable])
  }

  /// What stands in a file is broken.
  private static var texts: [Flaw] {
    [
      Flaw("truncated page", "OP203", in: .page, page { $0.alto(2).utf8.prefix(400) }),
      Flaw("truncated METS", "OP203", in: .mets) { try Data($0.metsText().utf8.prefix(300)).write(to: $0.mets) },
      Flaw("empty page", "OP209", in: .page, line: false, page { _ in [] }),
      Flaw("METS of 0 bytes", "OP209", in: .mets, line: false) { try Data().write(to: $0.mets) },
      Flaw("METS of 0 bytes that is not called so", "OP209", in: .mets, line: false) { issue in
        try FileManager.default.removeItem(at: issue.mets)
        try Data().write(to: issue.folder.appending(path: "\(issue.name).xml"))
      },
      Flaw("unknown encoding", "OP203", in: .page, page("UTF-8", "X-NO-SUCH")),
      Flaw("wrong encoding", "OP203", in: .page, page("UTF-8", "UTF-16")),
      Flaw(
        "bytes of another encoding", "OP208", .exported, in: .page, line: false,
        page { issue in issue.alto(2).utf8.flatMap { $0 == UInt8(ascii: "x") ? [$0, 0xE9] : [$0] } }),
      Flaw("NUL", "OP208", .exported, in: .page, line: false, page("CONTENT=\"", "CONTENT=\"\u{0}")),
      Flaw("page of HTML", "OP205", in: .page, line: false, page { _ in "<html><body>404</body></html>".utf8 }),
      Flaw(
        "billion laughs", "OP204", in: .page,
        page(
          "<alto>",
          """
          <!DOCTYPE alto [<!ENTITY a0 "ha">
          \((1...30).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined(separator: "\n"))
          ]>
          <alto><Tags>&a30;</Tags>
          """)),
      Flaw(
        "10,000 elements inside each other", "OP210", in: .page,
        page("<PrintSpace>", String(repeating: "<a>", count: 10_000))),
      Flaw("the same id twice", "OP211", .exported, in: .page, page("ID=\"B\"", "ID=\"A\"")),
      Flaw("a place that is no number", "OP211", .exported, in: .page, page("HPOS=\"100\"", "HPOS=\"NaN\"")),
      Flaw("a negative width", "OP211", .exported, in: .page, page("WIDTH=\"900\"", "WIDTH=\"-900\"")),
      Flaw("a huge height", "OP211", .exported, in: .page, page("HEIGHT=\"40\"", "HEIGHT=\"4e250\"")),
    ]
  }

  /// What is larger than any page. The last is larger than any file may be.
  private static var hugeTexts: [Flaw] {
    [
      Flaw(
        "an attribute of 12 MB", "OP210", in: .page,
        page("ID=\"A\"", "ID=\"\(String(repeating: "A", count: 12 << 20))\"")
      ),
      Flaw(
        "a text of 12 MB", "OP210", in: .page,
        page("<PrintSpace>", "<PrintSpace>\(String(repeating: "A", count: 12 << 20))")),
      Flaw("a text of 200 MB", "OP210", in: .page, line: false) { issue in
        let file = try FileHandle(forWritingTo: issue.page(2))
        let alto = issue.alto(2)
        guard let cut = alto.range(of: "<PrintSpace>") else { return }
        try file.write(contentsOf: Data(alto[..<cut.upperBound].utf8))
        for _ in 0..<200 { try file.write(contentsOf: Data(repeating: UInt8(ascii: "A"), count: 1 << 20)) }
        try file.write(contentsOf: Data(alto[cut.upperBound...].utf8))
        try file.close()
      },
    ]
  }

  /// The METS file or a link leads elsewhere.
  private static func paths(_ outside: URL) -> [Flaw] {
    func link(_ place: URL, to target: URL) throws {
      try FileManager.default.removeItem(at: place)
      try FileManager.default.createSymbolicLink(at: place, withDestinationURL: target)
    }
    return [
      Flaw("a way up", "OP207", in: .mets, href("../../../../../../../../../../../../etc/passwd")),
      Flaw(
        "a way up with escapes", "OP207", in: .mets, href("%2e%2e/%2e%2e/%2e%2e/\(outside.lastPathComponent)/2.xml")),
      Flaw("an absolute path", "OP207", in: .mets, href("/etc/passwd")),
      Flaw("an address of a file", "OP207", in: .mets, href("file:///etc/passwd")),
      Flaw("a page that is not there", "OP206", in: .mets, href("ALTO/3.xml")),
      Flaw("a page named twice", "", .exported, in: .mets) { issue in
        try Data(issue.metsText(["ALTO/1.xml", "ALTO/2.xml", "ALTO/1.xml"]).utf8).write(to: issue.mets)
      },
      Flaw("a page that is a link out of the folder", "OP207", in: .mets) {
        try link($0.page(2), to: outside.appending(path: "2.xml"))
      },
      Flaw("pages in a folder that is a link out of it", "OP207", in: .mets) { issue in
        try link(issue.folder.appending(path: "ALTO"), to: outside)
      },
      Flaw("a METS file that is a link out of the folder", "OP207", in: .mets, line: false) { issue in
        let elsewhere = outside.deletingLastPathComponent().appending(path: "\(issue.name)-METS.xml")
        try FileManager.default.moveItem(at: issue.mets, to: elsewhere)
        try FileManager.default.createSymbolicLink(at: issue.mets, withDestinationURL: elsewhere)
      },
      Flaw("a page that is a link to nothing", "OP201", in: .page, line: false) {
        try link($0.page(2), to: outside.appending(path: "none.xml"))
      },
    ]
  }

  /// Something else than a file stands where a page should.
  private static var kindsOfFiles: [Flaw] {
    [
      Flaw("a pipe in place of a page", "OP202", in: .page, line: false) { issue in
        try FileManager.default.removeItem(at: issue.page(2))
        guard mkfifo(issue.page(2).path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
      },
      Flaw("a folder in place of a page", "OP202", in: .page, line: false) { issue in
        try FileManager.default.removeItem(at: issue.page(2))
        try FileManager.default.createDirectory(at: issue.page(2), withIntermediateDirectories: false)
      },
    ]
  }

  private static var unreadable: Flaw {
    Flaw("a page that may not be read", "OP202", in: .page, line: false) { issue in
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: issue.page(2).path)
    }
  }
}
