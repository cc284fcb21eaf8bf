import Testing

@testable import OffprintXML

@Suite("Plain files are read as libxml2 reads them")
struct PlainXMLTests {
  /// What a file is said to hold, and whether the reader for plain files read it to its end.
  private func plain(_ text: [UInt8], allowsDocumentType: Bool = false) -> [String]? {
    var recorder = EventRecord()
    let isRead = PlainXML.read(text, allowsDocumentType: allowsDocumentType, into: &recorder)
    return isRead ? recorder.whole : nil
  }

  private func parsed(_ text: [UInt8], allowsDocumentType: Bool = false) -> [String]? {
    var recorder = EventRecord()
    let fault = XMLReader.parserFault(in: text, allowsDocumentType: allowsDocumentType, into: &recorder)
    return fault == nil ? recorder.whole : nil
  }

  @Test("The events are the same", arguments: Samples.plain)
  func same(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(plain(bytes) != nil)
    #expect(plain(bytes) == parsed(bytes))
  }

  @Test("What is not plain is left", arguments: Samples.others)
  func left(_ text: String) {
    #expect(plain(Array(text.utf8)) == nil)
  }

  @Test("A DOCTYPE is passed over where one is allowed")
  func documentType() {
    for type in ["html", "html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\"\n 'x.dtd'", "a SYSTEM 'a.dtd' "] {
      let bytes = Array("<!DOCTYPE \(type)><a b='1'>x</a>".utf8)
      #expect(plain(bytes) == nil)
      #expect(plain(bytes, allowsDocumentType: true) != nil)
      #expect(plain(bytes, allowsDocumentType: true) == parsed(bytes, allowsDocumentType: true))
    }
    let declaring = Array("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".utf8)
    #expect(plain(declaring, allowsDocumentType: true) == nil)
  }

  @Test("Whatever is changed in a file, it is read alike or left", arguments: 0..<8)
  func changed(_ seed: UInt64) {
    var chance = Chance(seed: seed)
    var read = 0
    for _ in 0..<3000 {
      var bytes = Array(Samples.plain[chance.number(below: Samples.plain.count)].utf8)
      for _ in 0...chance.number(below: 3) { chance.change(&bytes) }
      let clean = XMLScrubbing.scrub(bytes).bytes
      guard InputEncoding(of: clean) == .utf8, let found = plain(clean) else { continue }
      read += 1
      #expect(found == parsed(clean), "\(String(decoding: clean, as: UTF8.self))")
    }
    // Neither all nor none are read, or the test says nothing.
    #expect((100..<2900).contains(read))
  }
}

/// Files to read, most of them small.
private enum Samples {
  static let plain = [
    "<a/>", "<a></a >", "\u{FEFF}<a/>", "<a\n/>", "<?xml version='1.0'?><a/>\n",
    "<?xml version=\"1.0\" ?>\r\n<a>b</a>\r\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<!-- c -->\n<?p q?><a b=\"1\" c='2'>t</a><!---->",
    "<alto xmlns=\"http://example.org/alto/ns-v2#\">\n <String CONTENT=\"a&amp;b\" HPOS=\"1\" ID=\"x\"/>\n</alto>",
    "<a><String ID='1' CONTENT='x'/><String ID='2' CONTENT='y'/><String CONTENT='z'/><String/><String ID=''/></a>",
    "<x:a xmlns:x='u'><x:String x:ID='1' ID='2'/><x:String ID='3' x:ID='4'/><b xmlns='v'><c xmlns=''/></b></x:a>",
    "<a xml:lang=\"de\" lang='en' ID=\"&#x41;&#66;&quot;&apos;&lt;&gt;\"> \r\n&lt;x&gt; &#xe9; ] ]] &amp;\rz </a>",
    "<a ID='tab\tline\nreturn\rboth\r\nend' CONTENT=\"it's\" HPOS='\"'>größer 今 😀 > </a>",
    "<a><!-- - - > --><?x ?><?yy a?b?><b/><c><d>e</d>f</c>g</a>",
  ]

  static let others = [
    "", " ", "a", "<a>", "<a", "<a b>", "<a b=c/>", "<a b='1' b='2'/>", "<a b='1'c='2'/>", "<a b='<'/>", "<a></b>",
    "</a>",
    "<a/><b/>", "<a/>x", "<a>&b;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&;</a>", "<a>&#;</a>",
    "<a>&#xZ;</a>", "<a>& </a>", "<a>]]></a>", "<a><![CDATA[x]]></a>", "<!DOCTYPE a><a/>", "<!-- -- --><a/>",
    "<?xml?><a/>",
    "<?xml version='1.1'?><a/>", "<?xml version='1.0' encoding='latin1'?><a/>", " <?xml version='1.0'?><a/>",
    "<a><?xml version='1.0'?></a>", "<x:a/>", "<a x:b='1'/>", "<a xmlns:x=''/>", "<a xmlns:xml='u'/>", "<a :b='1'/>",
    "<a xmlns='u' xmlns='v'/>", "<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>", "<1a/>", "<é/>", "<a b='1'/ >", "< a/>",
    String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300),
  ]
}

/// Writes down all that a file is said to hold; pieces of one text become one.
private struct EventRecord: XMLHandler {
  static let vocabulary = ["String", "a", "ID", "CONTENT", "HPOS", "lang", "b"]

  private var events: [String] = []
  private var text: [UInt8] = []

  var whole: [String] { events + [String(decoding: text, as: UTF8.self)] }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    flush()
    var event = "<\(element) \(attributes.elementName.string) \(attributes.elementNamespace.string) \(attributes.line)"
    for place in 0..<attributes.count {
      guard let (name, value) = attributes.attribute(at: place) else { continue }
      event += " \(name)=\(value.string)"
    }
    for name in Self.vocabulary.indices { event += " \(attributes[name]?.string ?? "-")" }
    events.append(event)
  }

  mutating func end(_ element: Int) {
    flush()
    events.append("/\(element)")
  }

  mutating func text(_ text: XMLBytes) { self.text += text.bytes }

  private mutating func flush() {
    events.append(String(decoding: text, as: UTF8.self))
    text = []
  }
}

/// Changes files at places that are the same in every run (splitmix64).
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let pieces = [
    "<", ">", "/", "&", ";", "\"", "'", "=", " ", "\t", "\r", "\n", "\r\n", "]]>", "--", "-->", "<!--", "<?", "?>", "?",
    "x", ":", "é", "😀", "&#10;", "&lt;", "&#x26;", "&amp;", "&#0;", "&c;", "<b/>", "</a>", "<a>", " b='1'", " x:b='1'",
    " xmlns='u'", " xmlns:x='u'", " xmlns:x=''", " ID='1'", "\u{FFFE}", "<![CDATA[z]]>", "xml", "1", "\u{01}",
  ].map { Array($0.utf8) }

  mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  mutating func change(_ bytes: inout [UInt8]) {
    let place = number(below: bytes.count + 1)
    switch number(below: 4) {
    case 0: bytes.insert(contentsOf: Self.pieces[number(below: Self.pieces.count)], at: place)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + number(below: 4)))
    case 2 where place < bytes.count: bytes[place] = UInt8(number(below: 256))
    default:
      // A piece of the file itself, once more.
      let other = number(below: bytes.count + 1)
      bytes.insert(contentsOf: Array(bytes[other..<min(bytes.count, other + 1 + number(below: 12))]), at: place)
    }
  }
}
