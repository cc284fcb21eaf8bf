/// The languages of ISO 639-1, and a few that PAGE names besides.
enum LanguageTable {
  /// The BCP 47 code for each of the other ways a language is written, in lower case and without spaces and accents.
  static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for row in rows {
      let words = row.split(separator: " ").map(String.init)
      for word in words { codes[word] = words[0] }
    }
    return codes
  }()

  /// The code, then those of ISO 639-2 (bibliographic and terminologic) and names, mostly the English ones.
  private static let rows = [
    "aa aar afar", "ab abk abkhazian abkhaz", "ae ave avestan", "af afr afrikaans", "ak aka akan", "am amh amharic",
    "an arg aragonese", "ar ara arabic", "as asm assamese", "av ava avaric", "ay aym aymara", "az aze azerbaijani",
    "ba bak bashkir", "be bel belarusian", "bg bul bulgarian", "bh bih biharilanguages bihari", "bi bis bislama",
    "bm bam bambara", "bn ben bengali", "bo tib bod tibetan", "br bre breton", "bs bos bosnian",
    "ca cat catalan valencian", "ce che chechen", "ch cha chamorro", "co cos corsican", "cr cre cree",
    "cs cze ces czech", "cu chu churchslavic oldslavonic churchslavonic oldbulgarian oldchurchslavonic",
    "cv chv chuvash", "cy wel cym welsh", "da dan danish", "de ger deu german deutsch allemand",
    "dv div divehi dhivehi maldivian", "dz dzo dzongkha", "ee ewe", "el gre ell greek",
    "en eng english anglais englisch", "eo epo esperanto", "es spa spanish castilian", "et est estonian",
    "eu baq eus basque", "fa per fas persian", "ff ful fulah fula", "fi fin finnish", "fj fij fijian",
    "fo fao faroese", "fr fre fra french francais franzosisch", "fy fry fri westernfrisian", "ga gle irish",
    "gd gla gaelic scottishgaelic", "gl glg galician", "gn grn guarani", "gu guj gujarati", "gv glv manx",
    "ha hau hausa", "he heb hebrew", "hi hin hindi", "ho hmo hirimotu", "hr hrv scr croatian",
    "ht hat haitian haitiancreole", "hu hun hungarian", "hy arm hye armenian", "hz her herero", "ia ina interlingua",
    "id ind indonesian", "ie ile interlingue occidental", "ig ibo igbo", "ii iii sichuanyi nuosu", "ik ipk inupiaq",
    "io ido", "is ice isl icelandic", "it ita italian", "iu iku inuktitut", "ja jpn japanese", "jv jav javanese",
    "ka geo kat georgian", "kg kon kongo", "ki kik kikuyu gikuyu", "kj kua kuanyama kwanyama", "kk kaz kazakh",
    "kl kal kalaallisut greenlandic", "km khm centralkhmer cambodian", "kn kan kannada", "ko kor korean",
    "kr kau kanuri", "ks kas kashmiri", "ku kur kurdish", "kv kom komi", "kw cor cornish", "ky kir kirghiz kyrgyz",
    "la lat latin", "lb ltz luxembourgish letzeburgesch", "lg lug ganda", "li lim limburgan limburger limburgish",
    "ln lin lingala", "lo lao", "lt lit lithuanian", "lu lub lubakatanga", "lv lav latvian", "mg mlg malagasy",
    "mh mah marshallese", "mi mao mri maori", "mk mac mkd macedonian", "ml mal malayalam", "mn mon mongolian",
    "mr mar marathi", "ms may msa malay", "mt mlt maltese", "my bur mya burmese", "na nau nauru",
    "nb nob bokmal norwegianbokmal", "nd nde ndebele northndebele", "ne nep nepali", "ng ndo ndonga",
    "nl dut nld dutch nederlands flemish", "nn nno norwegiannynorsk nynorsk", "no nor norwegian",
    "nr nbl southndebele", "nv nav navajo navaho", "ny nya chichewa chewa nyanja", "oc oci occitan provencal",
    "oj oji ojibwa ojibwe", "om orm oromo", "or ori oriya", "os oss ossetian ossetic", "pa pan panjabi punjabi",
    "pi pli pali", "pl pol polish", "ps pus pushto pashto", "pt por portuguese", "qu que quechua", "rm roh romansh",
    "rn run rundi kirundi", "ro rum ron romanian moldavian moldovan", "ru rus russian", "rw kin kinyarwanda",
    "sa san sanskrit", "sc srd sardinian", "sd snd sindhi", "se sme northernsami", "sg sag sango",
    "si sin sinhala sinhalese", "sk slo slk slovak", "sl slv slovenian slovene", "sm smo samoan", "sn sna shona",
    "so som somali", "sq alb sqi albanian", "sr srp scc serbian", "ss ssw swati", "st sot sotho southernsotho",
    "su sun sundanese", "sv swe swedish", "sw swa swahili", "ta tam tamil", "te tel telugu", "tg tgk tajik",
    "th tha thai", "ti tir tigrinya", "tk tuk turkmen", "tl tgl tagalog", "tn tsn tswana", "to ton tonga",
    "tr tur turkish", "ts tso tsonga", "tt tat tatar", "tw twi", "ty tah tahitian", "ug uig uighur uyghur",
    "uk ukr ukrainian", "ur urd urdu", "uz uzb uzbek", "ve ven venda", "vi vie vietnamese", "vo vol volapuk",
    "wa wln walloon", "wo wol wolof", "xh xho xhosa", "yi yid yiddish", "yo yor yoruba", "yue cantonese",
    "za zha zhuang chuang", "zh chi zho chinese", "zu zul zulu",
  ]
}
