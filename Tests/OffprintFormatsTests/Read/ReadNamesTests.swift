import OffprintKit
import Testing

@testable import OffprintFormats

@Suite struct ReadNamesTests {
  @Test(arguments: [
    ("fre", "fr"), ("fra", "fr"), ("GER", "de"), ("eng", "en"), ("dut", "nl"), ("ltz", "lb"), ("fr_FR", "fr-FR"),
    ("zh-hans", "zh-Hans"), ("French", "fr"), ("gsw", "gsw"), ("und", nil), ("", nil), ("12", nil),
    ("no language", nil), ("Urdu", "ur"), ("tha", "th"), ("Norwegian Bokmål", "nb"), ("Français", "fr"), ("Ewe", "ee"),
    ("Cantonese", "yue"), ("Southern Sotho", "st"), ("Other", nil),
  ])
  func languages(written: String, expected: String?) { #expect(LanguageCode.bcp47(written) == expected) }

  @Test func numbersInNamesCountByValue() {
    let names = ["p10", "p9", "p09", "p1-2", "p1", "q", "p"]
    #expect(names.sorted(by: NaturalOrder.precedes) == ["p", "p1", "p1-2", "p09", "p9", "p10", "q"])
    let files = ["a/p-10.xml", "a-b/p.xml", "a/p-2.xml", "a/p.xml", "a/p_2.xml"]
    #expect(
      files.sorted(by: NaturalOrder.precedes)
        == ["a/p.xml", "a/p-2.xml", "a/p-10.xml", "a/p_2.xml", "a-b/p.xml"])
  }

  @Test(arguments: [
    ("luxzeit_1858-12-07", "luxzeit", "1858-12-07"), ("a_b_18581207", "a_b", "1858-12-07"),
    ("18581207_01", nil, "1858-12-07"), ("x-1858-12-07-y", nil, "1858-12-07"), ("185812071", nil, nil),
    ("title_1858-13-07", nil, nil), ("2385348", nil, nil), ("bpt6k18991231x", nil, nil), ("893B18831105A", nil, nil),
    ("lux18991231", nil, "1899-12-31"), ("x1899-12-31y", nil, "1899-12-31"),
  ])
  func titlesAndDates(name: String, title: String?, date: String?) {
    let found = IssueName(name)
    #expect(found.title == title)
    #expect(found.date?.iso == date)
  }

  @Test(arguments: [
    ("/in/bote-1858/ALTO", "bote-1858"), ("/in/1824/0217", "1824-0217"), ("alto", "issue"),
    ("/in/courier/1888-04-12/xml", "courier-1888-04-12"), ("/1888-04-12", "1888-04-12"),
  ])
  func foldersNameIssues(path: String, id: String) { #expect(IssueName.id(fromEndOf: path) == id) }

  @Test(arguments: [
    ("courier_1888-04-12", "courier_1888-04-12"), ("0001", "bote-1858-0001"), ("p3", "bote-1858-p3"),
    ("Seite_12", "bote-1858-Seite_12"), ("1858-03-02", "bote-1858-1858-03-02"), ("18840315_1-0001", "18840315_1-0001"),
    ("2385348", "2385348"), ("a", "a"),
  ])
  func filesNameIssues(name: String, id: String) {
    #expect(IssueName.id(ofFile: name, in: "/in/bote-1858/page") == id)
  }

  @Test func `folders and text pages of names that Unicode calls equal are two`() throws {
    let (one, two) = ("z\u{FC}rich", "zu\u{308}rich")
    let folder = try ReadFolder([:])
    for name in [one, two] {
      try folder.write("\(name)/1.xml", Array(alto("").utf8))
      try folder.write("\(name).txt", Array(name.utf8))
    }
    let input = try folder.selection()
    let pages = InputSelection(root: input.root, files: input.files.filter { $0.hasSuffix(".xml") })
    #expect(FolderIssues.documents(of: pages.files, in: pages).map(\.files.count) == [1, 1])
    #expect(try folder.read(TextPagesReader(.init())).issues.map(\.pages.count) == [1, 1])
  }

  @Test(arguments: ["e", "\u{E9}", "e\u{301}", "\u{65E5}\u{672C}", "\u{301}x"])
  func `a path from a folder on is whole, whatever letters the folder has`(name: String) {
    #expect(FilePath.relative("/in/\(name)/a/1.xml", to: "/in/\(name)") == "a/1.xml")
    #expect(FilePath.relative("in/\(name)/1.xml", to: "in/\(name)/") == "1.xml")
    #expect(FilePath.relative("/in/\(name)x/1.xml", to: "/in/\(name)") == "/in/\(name)x/1.xml")
    #expect(FilePath.relative("/\(name)/1.xml", to: "/") == "\(name)/1.xml")
  }

  @Test func `text pages are named alike below a folder of any letters`() throws {
    let plain = try ReadFolder(["in/bote_1888-04-12_p1.txt": "Ein Text."])
    let folder = try ReadFolder(["d\u{E9}p\u{F4}t/bote_1888-04-12_p1.txt": "Ein Text."])
    let ids = try [plain, folder].map { try $0.read(TextPagesReader(.init())).issues.map(\.id) }
    #expect(ids == [["bote_1888-04-12"], ["bote_1888-04-12"]])
  }

  @Test func `the way to a folder does not name it`() {
    let here = FilePath.absolute(".")
    #expect(IssueName.id(ofFolder: ".") == IssueName.id(ofFolder: here))
    #expect(IssueName.id(ofFolder: "x/../.") == IssueName.id(ofFolder: here + "/"))
    #expect(IssueName(ofFolder: "a_1858-03-02/.").date?.iso == "1858-03-02")
  }

  @Test(arguments: [("a/./b/../c", "a/c"), ("../a", "../a"), ("/a/../b", "/b"), ("/..", nil), ("a/..", "")])
  func pathsAreMadePlain(path: String, plain: String?) { #expect(FilePath.normal(path) == plain) }

  @Test(arguments: [("/in/a", "/in", true), ("/in/../a", "/in", false), ("/inside/a", "/in", false), ("a", ".", true)])
  func insideMeansInside(path: String, folder: String, expected: Bool) {
    #expect(FilePath.isInside(path, folder) == expected)
  }

  @Test(arguments: [("x/0001.xml", "0001"), ("0001.xml.gz", "0001"), ("a.alto.xml", "a.alto"), ("0001", "0001")])
  func pagesAreNamedByTheirFiles(path: String, name: String) { #expect(FilePath.pageName(path) == name) }
}
