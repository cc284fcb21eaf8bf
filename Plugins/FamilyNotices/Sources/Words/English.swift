extension NoticeWords {
  static let english = NoticeWords(
    headings: [
      .birth: ["births", "birth", "born"],
      .marriage: ["marriages", "marriage", "married", "weddings"],
      .death: ["deaths", "death", "died", "obituary", "death notices", "funeral notice", "funeral notices"],
      .anniversary: ["in memoriam", "in loving memory", "golden wedding", "silver wedding", "diamond wedding"],
      .thanks: ["card of thanks", "cards of thanks", "return thanks", "thanks for sympathy"],
    ],
    registers: ["vital statistics", "family notices", "domestic occurrences", "domestic intelligence"],
    connectors: ["and", "the", "of", "in", "list"],
    strong: [
      .birth: [
        "the wife of … of a son", "the wife of … of a daughter", "the lady of … of a son",
        "the lady of … of a daughter", "the wife of … of twins", "the lady of … a son and heir",
        "the wife of … a son", "the wife of … a daughter", "safely delivered of", "mrs … of a son",
        "mrs … of a daughter", "lady … of a son", "lady … of a daughter", "the countess of … of a son",
        "the countess of … of a daughter",
      ],
      .marriage: [
        "united in marriage", "joined in marriage", "joined in wedlock", "united in wedlock", "by special license",
        "by special licence", "at the residence of the bride", "second marriage of the bride", "to miss … daughter of",
        "esq … to … daughter of", "mr … to miss", "after a courtship of",
      ],
      .death: [
        "aged # years", "in the # year of his age", "in the # year of her age", "year of his age", "year of her age",
        "in his # year", "in her # year", "relict of the late", "departed this life",
        "after a long and painful illness",
        "after a short illness", "after a lingering illness", "deeply lamented by", "deeply regretted by",
        "funeral will take place", "attend his funeral", "attend the funeral of", "friends are invited to attend",
      ],
      .anniversary: [
        "in loving memory of", "in affectionate remembrance of", "in ever loving memory", "golden wedding",
        "silver wedding", "diamond wedding", "who departed this life … ago",
      ],
      .thanks: [
        "sincere thanks … sympathy", "heartfelt thanks … sympathy", "expressions of sympathy",
        "in their sad bereavement",
        "in their recent bereavement", "in our sad bereavement", "in her sad bereavement", "for floral tributes",
        "kind messages of sympathy",
      ],
    ],
    weak: [
      .birth: ["of a son", "of a daughter", "a son and heir", "still born", "twins"],
      .marriage: [
        "eldest daughter of", "second daughter of", "third daughter of", "youngest daughter of", "only daughter of",
        "by the rev", "the bride", "were married", "was married", "to miss", "parish church",
      ],
      .death: [
        "aged #", "died", "beloved wife of", "relict of", "widow of", "after a long illness", "fell asleep",
        "interment",
        "the late", "deceased",
      ],
      .anniversary: ["anniversary", "th anniversary", "sadly missed", "gone but not forgotten"],
      .thanks: ["desire to thank", "wish to thank", "return thanks", "sincere thanks", "bereavement"],
    ])
}
