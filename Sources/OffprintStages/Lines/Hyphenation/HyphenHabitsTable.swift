extension HyphenHabits {
  /// For texts of which nobody says the language: only what can be wrong in no language of the table.
  static let common = HyphenHabits(
    conjunctions: "und oder och og eller", rareConjunctions: "and et", links: "sur sous lès of the", hasFraktur: true)

  static let table: [String: HyphenHabits] = {
    var table: [String: HyphenHabits] = [:]
    for (codes, habits) in languages {
      for code in codes.split(separator: " ") { table[String(code)] = habits }
    }
    return table
  }()

  private static let languages: [(codes: String, habits: HyphenHabits)] = [
    ("en eng", english), ("fr fre fra", french), ("de ger deu gsw", german), ("nl dut nld af", dutch),
    ("lb ltz", luxembourgish), ("it ita", italian), ("es spa", spanish), ("sv swe", swedish),
    ("da dan no nor nb nob nn nno", danishAndNorwegian), ("fi fin", finnish), ("cs cze ces", czech),
  ]

  private static let english = HyphenHabits(
    rareConjunctions: "and or to",
    links: "in of the to by at and up on law",
    prefixes: "self vice quasi",
    rarePrefixes: """
      non half well ill anti ultra semi all above so sub cross fellow first second third by post court high low \
      long short old new full free fire gas
      """,
    combiningForms: "anglo franco russo austro italo serbo turco greco indo sino hispano",
    secondParts: """
      coloured colored looking minded hearted headed handed faced eyed fashioned proof bred mentioned shaped \
      tempered natured seated lined
      """,
    placeParts: "street road lane square place row terrace yard alley wharf",
    hyphenatesCompounds: true,
    solidHeads: """
      some with over under after fore here there where what when ever every never none other than them your \
      inter upon into onto back down through super counter body man
      """,
    solidTails: "ville self selves times time ward wards wise where body thing like ling ness less ship ford land ton",
    compounds: """
      to-day to-night to-morrow by-law by-laws one-half one-third two-thirds one-fourth three-fourths one-quarter three-quarters one-fifth two-fifths \
      three-fifths four-fifths so-called ex-president ex-king ex-queen ex-emperor ex-mayor ex-governor ex-senator \
      ex-minister
      """,
    tens: "twenty thirty forty fourty fifty sixty seventy eighty ninety",
    units: """
      one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth
      """)

  private static let french = HyphenHabits(
    rareConjunctions: "et ou",
    links: "à au aux de du des d en et ès la le les lez lès l sur sous t y",
    clitics: [
      ("il elle on", "t d"), ("ils elles", "t"), ("nous", "ons mmes ez"), ("vous", "ez tes"),
      ("je", "is ai ois ux e é"), ("tu", "as es is ux"), ("ce", "est sont ait ont ût fut"),
      ("ci", "celui celle ceux celles"), ("là", ""), ("moi toi lui leur", "ez ns is ites"),
      ("le la les", "ez ites ons"),
      ("même mêmes", "i oi lui elle nous vous eux elles à là"), ("uns unes", "quelques"),
    ],
    prefixes: "vice demi quasi après saint sainte st ste sud nord très avant peut",
    rarePrefixes: """
      non sous outre grand grands grande haut hauts haute bas basse sans ci semi ultra petit petits petite beau \
      beaux belle belles arrière contre porte garde gardes chef chefs état états casse tire passe plate bien long \
      court franc libre ex mi timbre timbres pot rouge
      """,
    combiningForms: """
      franco anglo germano italo russo serbo austro hispano gréco turco sino indo luso gallo américano médico \
      politico pleuro broncho socio radico
      """,
    hyphenatesCompounds: true,
    solidHeads: """
      pour sur par dans sous sans avec entre contre cela celui mais quel quoi tant tout tous plus puis donc bien mal \
      main mont champ mon mes des les vos nos son ses leur dont dés vers lors quant haut bon bonne
      """,
    solidTails: "ville ment tion sion teur lent rent ient ques tant quel elle quoi bien fois tôt jours",
    compounds: """
      peut-être au-dessus au-dessous au-delà au-devant au-dehors là-bas là-haut là-dessus là-dedans ci-dessus \
      ci-dessous ci-devant ci-joint ci-après ci-contre par-dessus par-dessous par-devant rendez-vous vis-à \
      est-à là-dessous moi-même procès-verbal procès-verbaux beau-père beau-frère belle-mère belle-sœur \
      petit-fils petite-fille arc-en rez-de tête-à non-seulement dix-sept dix-huit dix-neuf dix-septième \
      contre-amiral ex-ministre ex-président ex-roi ex-reine ex-empereur ex-député ex-maire ex-préfet \
      état-major chef-lieu chef-lieux plate-forme sang-froid bien-être bien-aimé bien-aimée demi-siècle grand-duc \
      grand-ducal grande-duchesse grand-père grand-mère après-midi après-demain avant-hier lieutenant-colonel \
      lieutenant-général chemin-de contre-coup quelques-uns quelques-unes dîner-concert commis-voyageur \
      outre-mer dix-huitième dix-neuvième quatre-vingt quatre-vingts nord-est nord-ouest sud-est sud-ouest
      """,
    tens: "vingt trente quarante cinquante soixante septante nonante",
    units: """
      un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize deuxième troisième \
      quatrième cinquième sixième septième huitième neuvième
      """)

  private static let german = HyphenHabits(
    conjunctions: "und oder u sowie bzw bezw beziehungsweise respektive resp",
    rareConjunctions: "bis als wie",
    links: "am an der im in ob und zu",
    combiningForms: "indo anglo franko russo serbo", coupledEnding: "isch",
    syllables: "be ent er ge ver zer", breaksCk: true, hasFraktur: true)

  private static let luxembourgish = HyphenHabits(
    conjunctions: "oder und", rareConjunctions: "an a bis", links: "am an der", syllables: "be ver ge",
    hasFraktur: true)

  private static let dutch = HyphenHabits(
    conjunctions: "en of alsmede alsook", rareConjunctions: "als tot",
    links: "aan op en van de den", prefixes: "vice oud ex", rarePrefixes: "niet non", syllables: "be ge ont ver",
    hasFraktur: true)

  private static let italian = HyphenHabits(
    rareConjunctions: "e o ed od", links: "di in", rarePrefixes: "ex vice non anti",
    combiningForms: "italo franco anglo austro russo", hyphenatesCompounds: true,
    solidHeads: "con per dis sotto sopra sovra contro qual quel ogni altre tutta tutto bene male",
    solidTails: "mente zione tore volta")

  private static let spanish = HyphenHabits(
    rareConjunctions: "y e o u", links: "de", rarePrefixes: "ex vice",
    combiningForms: "hispano franco anglo ruso", hyphenatesCompounds: true,
    solidHeads: "con por para sobre entre contra ante des todo bien cual aun", solidTails: "mente ción miento")

  private static let swedish = HyphenHabits(
    conjunctions: "och eller samt", prefixes: "vice", rarePrefixes: "ex icke", syllables: "be för", hasFraktur: true)

  private static let danishAndNorwegian = HyphenHabits(
    conjunctions: "og eller samt", prefixes: "vice", rarePrefixes: "ex ikke", syllables: "be for", hasFraktur: true)

  private static let finnish = HyphenHabits(
    conjunctions: "sekä", rareConjunctions: "ja tai eli", hasFraktur: true)

  private static let czech = HyphenHabits(
    rareConjunctions: "a i nebo či", clitics: [("li", "je není jsou bude má může chce")], rarePrefixes: "vice ex",
    hasFraktur: true)
}
