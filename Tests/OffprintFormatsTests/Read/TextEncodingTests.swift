import Foundation
import OffprintDiagnostics
import OffprintModel
import Testing

@testable import OffprintFormats

@Suite("Encodings of text pages")
struct TextEncodingTests {
  private static let chinese = """
    柳叶湾镇中心小学的图书馆昨天重新开放。新馆是由旧的粮仓改建的，上下两层，里面有一百多个座位，还有两万多本书。校长说，以后每个星期六和星期日，\
    全镇的人都可以来看书，孩子们不用再跑到县里去了。来的人很多，从早上到下午，门口一直有人在等。
    """
  private static let traditional = """
    昨日本鎮小學的圖書館重新開放。新館是由舊的糧倉改建的，上下兩層，裡面有一百多個座位，還有兩萬多本書。校長說，以後每個星期六和星期日，\
    全鎮的人都可以來看書，孩子們不用再跑到縣裡去了。來的人很多，從早上到下午，門口一直有人在等。
    """
  private static let japanese = """
    昨日、町の小学校の図書館が新しく開かれた。古い倉を直したもので、二階建て、百をこえる席と二万冊の本がある。校長は、土曜と日曜には町の人も本を読みに\
    来てほしいと話している。朝から多くの人が来て、子どもたちはとても喜んでいた。
    """
  private static let korean = """
    어제 마을 학교의 도서관이 새로 문을 열었다. 낡은 창고를 고쳐 만든 것으로 자리가 백 개가 넘고 책은 이만 권이 있다. 교장은 앞으로 토요일과 일요일에는 \
    마을 사람들도 와서 책을 읽을 수 있다고 말했다. 아침부터 많은 사람이 와서 아이들이 아주 기뻐했다.
    """
  private static let german = """
    Gestern wurde in der Schule des Ortes die Bücherei eröffnet. Dafür hat man den alten Speicher umgebaut; es gibt über hundert Plätze. „Früher mußten \
    wir bis in die Kreisstadt fahren“, erzählte ein Schüler, „jetzt ist alles näher.“
    """
  private static let french = """
    L’école du bourg a ouvert hier sa bibliothèque. L’ancien grenier a été aménagé : « Avant, il fallait aller jusqu’à la ville », a dit un élève ; \
    dès à présent tout est plus près.
    """

  static let cases: [(String, String, TextEncoding)] = [
    (chinese, "GB18030", .gb18030), (traditional, "BIG5", .big5), (japanese, "SHIFT_JIS", .shiftJIS),
    (japanese, "EUC-JP", .eucJP), (japanese, "ISO-2022-JP", .iso2022JP),
    (korean, "EUC-KR", .eucKR), (german, "CP1252", .windows1252),
    (french, "CP1252", .windows1252), (chinese, "UTF-16LE", .utf16LittleEndian),
    (japanese, "UTF-16BE", .utf16BigEndian),
    (german, "UTF-16LE", .utf16LittleEndian), (german, "UTF-16BE", .utf16BigEndian),
    (korean, "UTF-16LE", .utf16LittleEndian),
    (german, "UTF-32LE", .utf32LittleEndian), (chinese, "UTF-32BE", .utf32BigEndian), (german, "UTF-8", .utf8),
    (chinese, "UTF-8", .utf8),
  ]

  @Test("the encoding is found out", arguments: cases)
  func found(text: String, name: String, encoding: TextEncoding) throws {
    let file = try TextPageBytes(encoded(text, name), file: "a.txt")
    #expect(file.encoding == encoding)
    #expect(String(decoding: file.text, as: UTF8.self) == text)
    #expect(file.replaced == 0 && file.isSure)
  }

  @Test("a mark says it, and is taken off")
  func marks() throws {
    for (mark, name) in [
      ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
      ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xEF, 0xBB, 0xBF], "UTF-8"),
    ] as [([UInt8], String)] {
      #expect(try TextPageBytes(mark + encoded("Zeile\n", name), file: "a.txt").text == Array("Zeile\n".utf8))
    }
  }

  @Test("a setting overrules what seems to be")
  func setting() throws {
    let bytes = encoded(Self.german, "CP1252")
    #expect(try TextPageBytes(bytes, file: "a", encoding: .utf8).replaced > 5)
    #expect(try TextPageBytes(encoded("Łódź", "CP1250"), file: "a", encoding: .windows1250).text == Array("Łódź".utf8))
  }

  @Test("bytes that mean nothing are replaced and counted")
  func damaged() throws {
    var bytes = encoded(Self.chinese, "GB18030")
    bytes.insert(0xFF, at: 40)
    let file = try TextPageBytes(bytes, file: "a")
    #expect(file.encoding == .gb18030 && file.replaced == 1)
    #expect(String(decoding: file.text, as: UTF8.self).hasSuffix("门口一直有人在等。"))
    // UTF-8 with a damaged byte stays UTF-8.
    var plain = Array(Self.german.utf8)
    plain[60] = 0xFC
    #expect(try TextPageBytes(plain, file: "a").encoding == .utf8)
    #expect(try TextPageBytes(plain, file: "a").replaced == 1)
  }

  @Test("pages say in which encoding they were, and warn where another comes near")
  func flags() throws {
    let folder = try ReadFolder([:])
    try folder.write("a.txt", encoded(Self.chinese, "GB18030"))
    let (issues, context) = try folder.read(TextPagesReader(.init()))
    #expect(issues[0].flags == [Flag(code: "converted-from-gb18030", subject: .page(0))])
    #expect(issues[0].language == "zh" && context.warnings.isEmpty)
  }

  @Test("an ALTO file may be in UTF-16 or windows-1252")
  func xml() throws {
    let page = """
      <alto><Layout><Page ID="P1"><PrintSpace><TextBlock ID="B1"><TextLine><String CONTENT="Grüße"/></TextLine>\
      </TextBlock></PrintSpace></Page></Layout></alto>
      """
    let folder = try ReadFolder([:])
    try folder.write(
      "u/1.xml", [0xFF, 0xFE] + encoded("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + page, "UTF-16LE"))
    try folder.write("w/1.xml", encoded("<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + page, "CP1252"))
    let issues = try folder.read(ALTOReader(.init())).issues
    #expect(issues.map { $0.pages[0].lines[0].text } == ["Grüße", "Grüße"])
  }
}

/// A text in another encoding, as iconv makes it.
private func encoded(_ text: String, _ name: String) -> [UInt8] {
  let converter = iconv_open(name, "UTF-8")
  defer { iconv_close(converter) }
  var input = Array(text.utf8)
  var out = [UInt8](repeating: 0, count: input.count * 4 + 16)
  var rest = out.count
  var left = input.count
  input.withUnsafeMutableBytes { input in
    out.withUnsafeMutableBytes { out in
      var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var to = out.baseAddress?.assumingMemoryBound(to: CChar.self)
      iconv(converter, &from, &left, &to, &rest)
    }
  }
  return Array(out[..<(out.count - rest)])
}
