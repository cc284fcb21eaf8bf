extension NoticeWords {
  /// With the spellings before and after 1901 (Theilnahme, Civilstand); `ſ` is read as `s`.
  static let german = NoticeWords(
    headings: [
      .birth: ["geburten", "geborene", "geboren", "geburtsanzeige", "geburts anzeige", "geburtsanzeigen"],
      .marriage: [
        "trauungen", "getraute", "getraut", "eheschließungen", "eheschliessungen", "vermählungen", "verehelichungen",
        "verehelichte", "heiraten", "heirathen", "vermählungsanzeige", "vermählungs anzeige", "heirats anzeige",
      ],
      .death: [
        "todesanzeige", "todesanzeigen", "todes anzeige", "todes anzeigen", "todesfälle", "sterbefälle", "verstorbene",
        "gestorbene", "gestorben", "beerdigungen", "beerdigte", "begräbnisse", "trauer anzeige", "traueranzeige",
        "nachruf",
      ],
      .anniversary: [
        "goldene hochzeit", "silberne hochzeit", "jahrgedächtnis", "jahresgedächtnis", "zum andenken", "zum gedächtnis",
      ],
      .thanks: ["danksagung", "danksagungen", "dankabstattung", "herzlicher dank"],
    ],
    registers: [
      "civilstand", "zivilstand", "civilstands nachrichten", "civilstandsnachrichten", "zivilstandsnachrichten",
      "familiennachrichten", "familien nachrichten", "standesamt", "standesamtliche nachrichten",
      "standesamts nachrichten", "auszug aus den civilstandsregistern", "kirchenbuch", "familienanzeigen",
    ],
    connectors: ["und", "u", "der", "die", "vom", "von", "aus", "stadt", "im", "in"],
    strong: [
      .birth: [
        "glücklich entbunden", "glückliche entbindung", "schnelle entbindung", "geburt eines … sohnes",
        "geburt eines … knaben", "geburt eines … jungen", "geburt einer … tochter", "geburt eines … mädchens",
        "von einem gesunden knaben", "von einem gesunden mädchen", "von einem … sohne … entbunden",
        "von einer … tochter … entbunden", "von einem … knaben … entbunden", "von einem … mädchen … entbunden",
      ],
      .marriage: [
        "ehelich verbunden", "eheliche verbindung", "vollzogene vermählung", "als vermählte", "als neuvermählte",
        "ihre vermählung", "unsere vermählung", "vollzogene eheliche", "priesterlich eingesegnet",
        "als verehelichte empfehlen",
      ],
      .death: [
        "nach langem leiden", "nach kurzem leiden", "nach langem schweren leiden", "nach langen leiden",
        "nach langer krankheit", "nach kurzer krankheit", "nach kurzem krankenlager", "nach langem krankenlager",
        "gott dem allmächtigen hat es gefallen", "dem allmächtigen … gefallen", "nach gottes … rathschluß",
        "sanft entschlafen", "entschlief sanft", "sanft im herrn", "selig im herrn",
        "versehen mit den heiligen sterbesakramenten", "mit den hl sterbesakramenten",
        "gestärkt durch die heiligen sterbesakramente", "stille teilnahme", "stille theilnahme", "stilles beileid",
        "trauernden hinterbliebenen", "tiefbetrübten hinterbliebenen", "tieftrauernden hinterbliebenen",
        "die hinterbliebenen", "alter von # jahren", "im # lebensjahre", "im # lebensjahr", "beerdigung findet",
        "begräbnis findet", "begräbniß findet",
      ],
      .anniversary: [
        "goldene hochzeit", "goldenen hochzeit", "silberne hochzeit", "silbernen hochzeit", "jahrgedächtnis für",
        "jahresgedächtnis für", "# jährige todestag", "jährigen todestag",
      ],
      .thanks: [
        "beweise … teilnahme", "beweise … theilnahme", "für die … teilnahme … dank", "für die … theilnahme … dank",
        "herzlicher teilnahme … dank", "herzlicher theilnahme … dank", "begleitung … letzten ruhestätte",
        "für die … kranzspenden", "beim hinscheiden",
      ],
    ],
    weak: [
      .birth: ["entbunden", "hocherfreut", "hoch erfreut", "tochter des", "sohn des", "ein sohn", "eine tochter"],
      .marriage: ["vermählte", "vermählt", "getraut", "verehelicht", "mit jungfrau", "mit der jungfrau", "brautpaar"],
      .death: [
        "starb", "verschied", "verstarb", "gestorben", "entschlafen", "entschlief", "hinterbliebenen", "alt # jahre",
        "# jahre alt", "verstorbenen", "beerdigung", "begräbnis", "schmerzerfüllt", "tiefbetrübt", "statt besonderer",
      ],
      .anniversary: ["hochzeit", "todestag", "jubelpaar"],
      .thanks: ["herzlichen dank", "innigsten dank", "wärmsten dank", "herzlichsten dank", "tiefgefühlten dank"],
    ])
}
