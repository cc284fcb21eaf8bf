import OffprintKit

extension Dehyphenate {
  /// The rules of typesetters, one example each.
  static let examples: [Example] = [
    Example(
      "A hyphen between small letters breaks a word.", .text("Die neue Zei-\ntung erscheint täglich."),
      language: "de", expect: .text("Die neue Zeitung erscheint täglich.")),
    Example(
      "A hyphen before a conjunction is suspended: the next part shares the last word.",
      .text("Deutscher Reichs-\nund Preußischer Staatsanzeiger"), language: "de",
      expect: .text("Deutscher Reichs- und Preußischer Staatsanzeiger")),
    Example(
      "A comma after a suspended hyphen changes nothing at the line end that follows.",
      .text("des Boden-, Erblehen-\nund Wasserrechts"), language: "de",
      expect: .text("des Boden-, Erblehen- und Wasserrechts")),
    Example(
      "A noun broken within goes on with a small letter, so a capital shows two words of a compound.",
      .text("der Wiener Kredit⸗\nVerein hat"), language: "de", expect: .text("der Wiener Kredit⸗Verein hat")),
    Example(
      "German spelling before 1996 breaks 'ck' as 'k-k'.", .text("beim Bäk-\nker gekauft"), language: "de",
      expect: .text("beim Bäcker gekauft")),
    Example(
      "Dutch 'en' is no syllable after a consonant, so the hyphen is suspended.", .text("de vracht-\nen postwagens"),
      language: "nl", expect: .text("de vracht- en postwagens")),
    Example(
      "'eller' and 'och' follow a suspended hyphen.", .text("en sommar-\neller vinterresa"), language: "sv",
      expect: .text("en sommar- eller vinterresa")),
    Example(
      "'and' may be a syllable; here 'two' is a word of the issue by itself.",
      .text("the two men with\na two-\nand three-year lease"), language: "en",
      expect: .text("the two men with a two- and three-year lease")),
    Example(
      "A name of two capitals keeps its hyphen.", .text("M. Waldeck-\nRousseau, ministre"), language: "fr",
      expect: .text("M. Waldeck-Rousseau, ministre")),
    Example(
      "Capitals go on in capitals.", .text("LE GOUVER-\nNEMENT"), language: "fr", expect: .text("LE GOUVERNEMENT")),
    Example(
      "A pronoun after its verb keeps the hyphen.", .text("Comment a-t-\nil su, dit-\nelle"), language: "fr",
      expect: .text("Comment a-t-il su, dit-elle")),
    Example(
      "'-ci' and '-même' are joined to their word by a hyphen.", .text("Celui-\nci est venu lui-\nmême."),
      language: "fr", expect: .text("Celui-ci est venu lui-même.")),
    Example(
      "What the issue writes with a hyphen elsewhere keeps it at the line end.",
      .text("Le porte-voix et un porte-voix neuf ; le porte-\nvoix du bord"), language: "fr",
      expect: .text("Le porte-voix et un porte-voix neuf ; le porte-voix du bord")),
    Example(
      "What the issue writes as one word is one at the line end.",
      .text("Upon the whole today is fair; today and to-\nday alike"), language: "en",
      expect: .text("Upon the whole today is fair; today and today alike")),
    Example(
      "Numerals from 21 to 99 have a hyphen.", .text("aged twenty-\nthree years"), language: "en",
      expect: .text("aged twenty-three years")),
    Example(
      "A mark between numbers is a range.", .text("pendant la guerre de 1914-\n1918"), language: "fr",
      expect: .text("pendant la guerre de 1914-1918")),
    Example(
      "A mark after a number breaks no word: in a table of prices it is a dash.", .text("Weizen 467.75-\nmai 470"),
      language: "de", expect: .text("Weizen 467.75- mai 470")),
    Example(
      "A mark that stands alone is a dash.", .text("He went away -\nand came back"), language: "en",
      expect: .text("He went away - and came back")),
    Example(
      "Old prints repeat the quotation mark in each line of a quotation; within a word it goes.",
      .text("« dans les com-\n«munes rurales"), language: "fr", expect: .text("« dans les communes rurales")),
    Example(
      "A small fragment and a capital do not meet: the line that goes on is elsewhere.",
      .text("zůstalo jen spů-\nDeleberque přijel"), language: "cs",
      expect: .text("zůstalo jen spů- Deleberque přijel")),
    Example(
      "A mark at the end with nothing after it stays.", .text("Fortsetzung des Be-"), language: "de",
      expect: .text("Fortsetzung des Be-")),
    Example(
      "The hyphen of Fraktur is often read as '='.", .text("Auf der Straßen=\nbahn"), language: "de",
      expect: .text("Auf der Straßenbahn")),
    Example(
      "NOT SIGN is a mark, so where the hyphen stays it is written as one.", .text("das Ober¬\nPostamt"),
      language: "de", expect: .text("das Ober-Postamt")),
    Example(
      "Chinese has no spaces between words or around Latin letters.", .text("全市经济增长\n12%，新增企业\n三千家"),
      language: "zh", expect: .text("全市经济增长12%，新增企业三千家")),
    Example(
      "A number that is cut in Chinese text goes on.", .text("截至20\n23年底"), language: "zh",
      expect: .text("截至2023年底")),
    Example(
      "Where OCR lost the hyphen, the issue must have the whole word and never the halves.",
      .text("the schedule or a schedule: the sched\nule of trains"), language: "en",
      expect: .text("the schedule or a schedule: the schedule of trains")),
    Example(
      "Two words that also make one word stay apart, since each stands by itself elsewhere.",
      .text("whoever may be, may be, maybe; maybe it may\nbe so"), language: "en",
      expect: .text("whoever may be, may be, maybe; maybe it may be so")),
    Example(
      "Lines without a mark are left alone where that is asked for.",
      .text("the schedule or a schedule: the sched\nule of trains"), language: "en",
      settings: ["lost_hyphens": "off"], expect: .text("the schedule or a schedule: the sched ule of trains")),
    Example(
      "Before a capital the hyphen stays, though the issue also has the word in one with a small letter.",
      .text("ein Adlerorden und noch ein Adlerorden; der Adler flog: Adler⸗\nOrden"), language: "de",
      expect: .text("ein Adlerorden und noch ein Adlerorden; der Adler flog: Adler⸗Orden")),
    Example(
      "A quotation mark that is set anew at each line has no place within a word.",
      .text("« Au com-\n» mencement du siècle »"), language: "fr", expect: .text("« Au commencement du siècle »")),
    Example(
      "Two adjectives of peoples are coupled with a hyphen.", .text("der schwedisch-\nnorwegische Handel"),
      language: "de", expect: .text("der schwedisch-norwegische Handel")),
  ]
}
