extension NoticeWords {
  /// With the older spellings (eenen, eene, den ouderdom, echtvereeniging).
  static let dutch = NoticeWords(
    headings: [
      .birth: ["bevallen", "geboren", "geboorten", "geboorte", "bevallingen"],
      .marriage: ["getrouwd", "gehuwd", "ondertrouwd", "huwelijken", "huwelijk", "gehuwden", "ondertrouw"],
      .death: ["overleden", "overledenen", "sterfgevallen", "overlijden", "doodberigt", "doodberigten", "doodbericht"],
      .anniversary: ["gouden bruiloft", "zilveren bruiloft", "jubilea"],
      .thanks: ["dankbetuiging", "dankbetuigingen", "dankzegging"],
    ],
    registers: ["burgerlijke stand", "burgerlijken stand", "familieberichten", "familie berichten", "familieberigten"],
    connectors: ["en", "de", "van", "den", "der", "te", "in"],
    strong: [
      .birth: [
        "beviel van een zoon", "beviel van een dochter", "beviel van eenen zoon", "beviel van eene dochter",
        "bevallen van een", "bevallen van eenen", "bevallen van eene", "beviel … van een", "beviel … van eene",
        "verlost van een", "verlost van eenen", "verlost van eene", "voorspoedig verlost", "zeer voorspoedig",
        "geboren … zoon van", "geboren … dochter van", "geboorte van eenen", "geboorte van eene",
        "geboorte van een zoon",
        "geboorte van een dochter",
      ],
      .marriage: [
        "in het huwelijk", "in den echt", "in de echt", "zijn getrouwd", "echtelijk verbonden", "huwelijksvoltrekking",
        "getrouwd … en", "ondertrouwd … en", "gehuwd … met",
      ],
      .death: [
        "in den ouderdom van", "in de ouderdom van", "den ouderdom van # jaren", "na eene langdurige",
        "na een langdurige",
        "na eene kortstondige", "na een kortstondige", "zacht en kalm", "tot diepe droefheid",
        "mijn geliefde echtgenoot",
        "mijne geliefde echtgenoote", "mijne waarde echtgenoote", "mijn waarde echtgenoot", "eenige kennisgeving",
        "algemeene kennisgeving", "overleed … ouderdom", "overleed … oud", "teder geliefde", "trof ons het verlies",
      ],
      .anniversary: [
        "jarige echtvereeniging", "jarige echtvereniging", "gouden bruiloft", "zilveren bruiloft", "# jarig huwelijk",
        "# jarige echtvereeniging",
      ],
      .thanks: [
        "bewijzen van deelneming", "blijken van deelneming", "blijken van belangstelling",
        "betuigen … dank … deelneming",
        "ondervonden deelneming", "hartelijken dank … deelneming",
      ],
    ],
    weak: [
      .birth: ["bevallen", "beviel", "eenen zoon", "eene dochter", "een zoon", "een dochter", "huisvrouw van"],
      .marriage: ["getrouwd", "ondertrouwd", "gehuwd", "huwelijk", "bruid", "bruidegom"],
      .death: [
        "overleed", "overleden", "ontsliep", "overlijden", "weduwe van", "wed van", "# jaren", "oud #", "bedroefd",
        "diep bedroefd", "uit aller naam",
      ],
      .anniversary: ["echtvereeniging", "bruiloft"],
      .thanks: ["hartelijken dank", "oprechten dank", "innigen dank"],
    ])
}
