extension NoticeWords {
  /// With and without the accents that capitals often lack in print.
  static let french = NoticeWords(
    headings: [
      .birth: ["naissances", "naissance"],
      .marriage: [
        "mariages", "mariage", "publications de mariage", "publications de mariages", "promesses de mariage",
        "promesses de mariages", "bans de mariage",
      ],
      .death: [
        "décès", "deces", "nécrologie", "necrologie", "avis mortuaire", "avis mortuaires", "avis de décès", "obsèques",
        "obseques", "deuil", "deuils", "convois funèbres", "inhumations", "faire part de décès",
      ],
      .anniversary: ["noces d or", "noces d argent", "messe anniversaire", "service anniversaire", "anniversaires"],
      .thanks: ["remerciements", "remerciement"],
    ],
    registers: ["état civil", "etat civil", "état civil de", "carnet de famille", "registres de l état civil"],
    connectors: ["et", "de", "du", "des", "d", "ville"],
    strong: [
      .birth: [
        "faire part de la naissance", "part de l heureuse naissance", "heureusement accouchée", "est accouchée",
        "accouchée d un fils", "accouchée d une fille", "naissance de leur fils", "naissance de leur fille",
        "heureuse délivrance", "délivrée d un fils", "délivrée d une fille",
      ],
      .marriage: [
        "faire part du mariage", "bénédiction nuptiale", "a été béni le mariage", "a été célébré le mariage",
        "on annonce le mariage", "nous annonce le mariage", "promesse de mariage entre", "messe de mariage",
      ],
      .death: [
        "douleur de vous faire part", "douleur de faire part", "regret de vous faire part", "perte cruelle",
        "perte douloureuse", "muni des sacrements", "munie des sacrements", "muni des secours", "munie des secours",
        "décédé … dans sa # année", "décédée … dans sa # année", "dans sa # année", "à l âge de # ans",
        "à l âge de # ans", "pieusement décédé", "pieusement décédée", "priez pour lui", "priez pour elle",
        "assister aux convoi", "convoi service et enterrement", "les obsèques … auront lieu",
        "les obsèques … célébrées",
        "l enterrement aura lieu", "rappelé à dieu", "rappelée à dieu", "on annonce la mort",
      ],
      .anniversary: [
        "noces d or", "noces d argent", "noces de diamant", "messe anniversaire", "service anniversaire",
        "messe de bout de l an", "bout de l an",
      ],
      .thanks: [
        "remercient … sympathie", "marques de sympathie", "témoignages de sympathie", "remercient … personnes qui",
        "remercie … personnes qui", "bien voulu assister aux obsèques",
      ],
    ],
    weak: [
      .birth: ["fils de", "fille de", "naissance", "nouveau né", "a mis au monde"],
      .marriage: ["mariage", "les époux", "les mariés", "ses témoins", "avec mlle", "et mlle"],
      .death: [
        "décédé", "décédée", "est mort", "est morte", "vient de mourir", "âgé de # ans", "âgée de # ans", "# ans",
        "obsèques", "inhumation", "décès", "le défunt", "la défunte", "veuve", "deuil",
      ],
      .anniversary: ["anniversaire"],
      .thanks: ["sincères remerciements", "vifs remerciements", "profondément touchés", "bien touchés"],
    ])
}
