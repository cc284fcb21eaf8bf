/// The characters that make up most of any text in a language, by which it is seen that a file was read in the right
/// encoding: in a wrong one they turn into rare ones.
enum CommonCharacters {
  enum Writing: Sendable { case chinese, japanese, korean }

  /// Shares of the letters of a text that are common ones, where digits, punctuation and Latin letters do not count.
  ///
  /// - Returns: nil if there are no such letters.
  static func share(in text: [UInt8], of writing: Writing) -> (share: Double, letters: Int)? {
    var letters = 0
    var common = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value > 0xFF {
      switch scalar.value {
      // Punctuation and full-width forms are where any of these encodings has them.
      case 0x2000...0x2E7F, 0x3000...0x3020, 0xFE30...0xFE4F, 0xFF01...0xFF65, 0xFFE0...0xFFEE: continue
      case 0x3041...0x3096, 0x30A1...0x30FC:
        letters += 1
        if writing == .japanese { common += 1 }
      default:
        letters += 1
        if table(writing).contains(scalar) { common += 1 }
      }
    }
    return letters == 0 ? nil : (Double(common) / Double(letters), letters)
  }

  /// The share of a text's characters that any text is made of: ASCII, Western letters, kana, the punctuation of East
  /// Asia, and common characters of its languages.
  static func share(in text: [UInt8]) -> Double {
    var all = 0
    var common = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      all += 1
      switch scalar.value {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0xA0...0xFF, 0x2010...0x2026, 0x3000...0x3002, 0x3008...0x3011,
        0x3041...0x3096, 0x30A1...0x30FC, 0xFF01...0xFF1F:
        common += 1
      default:
        if chinese.contains(scalar) || japanese.contains(scalar) || korean.contains(scalar) { common += 1 }
      }
    }
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  private static func table(_ writing: Writing) -> Set<Unicode.Scalar> {
    switch writing {
    case .chinese: chinese
    case .japanese: japanese
    case .korean: korean
    }
  }

  /// In simplified and in traditional characters.
  private static let chinese = Set(
    """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学\
    如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两\
    高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员\
    解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队\
    形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望术领共确传师观清今切\
    院让识候带导争运這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機業將兩間問並應戰頭體見產門話給兒東聲員論處義幾認條\
    氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權設記類據邊張該規萬術領確傳師觀讓識帶導爭運縣鎮訊昨云該亦矣耳六七八九百千
    """.unicodeScalars)

  private static let japanese = Set(
    """
    日一国十人年大会本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実\
    円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区\
    領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知\
    案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両國會學發戰經體實數氣
    """.unicodeScalars)

  private static let korean = Set(
    """
    이다는을가에의하고지를은로한사기서도자리인어나시그대해아정일니장있들전부원수제과신게라면조공국구상경보만성여유주것와거적동안문연위용세으했오\
    까당관무화등내분생민각발말요결미개소선방러습스비년교마모재회진우중단물학명건체차행계금
    """.unicodeScalars)
}
