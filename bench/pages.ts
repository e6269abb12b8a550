/** Pages of the bench's own making, always the same: sentences drawn by a generator with a fixed seed. */

const PLAIN = [
  'The council met on Thursday evening and put off the vote on the new swimming pool until the budget is known.',
  'Trains between the two towns will run every half hour from December on, as the operator announced last week.',
  'After a dry spring the farmers in the valley hope for rain, but the forecast gives them little reason to.',
  'The museum shows drawings that the painter made on a journey along the coast, many of them for the first time.',
  'Die Gemeinde hat beschlossen, den alten Bahnhof zu erhalten und dort eine Bücherei einzurichten.',
  'Der Verein sucht Freiwillige, die am Samstag beim Aufräumen des Waldes helfen wollen.',
  'Le marché du samedi change de place pendant les travaux, qui dureront jusqu’au printemps prochain.',
  'Les élèves ont planté quarante arbres derrière l’école, avec l’aide de deux jardiniers de la ville.',
  'A new cookbook collects what three generations of a family cooked on Sundays, from soups to plum cake.',
  'The team won its last game of the season in front of eight thousand people and finished in fourth place.',
];
const AFFAIR = [
  'NSO Group sells its spyware Pegasus to states alone, and says that it cannot see whom they watch.',
  'Jean Asselborn told the Chamber that nine entities in Luxembourg belong to NSO Group.',
  'According to Amnesty International and Forbidden Stories, phones of journalists were infected with Pegasus.',
  'Benny Gantz travelled to Paris to speak with Florence Parly about NSO and its export licences.',
  'Le ministre Asselborn a écrit à NSO Group pour rappeler les droits de l’homme.',
  'Der Spähsoftware Pegasus fielen nach Angaben von Citizen Lab auch Aktivisten zum Opfer.',
  'Emmanuel Macron asked for an inquiry after his number was found on a list of the Pegasus Project.',
  'WhatsApp sued NSO in a court in California; the firm invoked the immunity of its clients.',
];

export interface PageRecipe {
  /** Characters of text, about. */
  characters: number;
  /** This part of the sentences speaks of the affair. */
  affair: number;
}

/** An article with links, emphasis, lists and navigation, as pages have them. */
export function makePage({ characters, affair }: PageRecipe): string {
  const random = seeded(42);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const parts: string[] = [];
  for (let written = 0; written < characters;) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      pick(random() < affair ? AFFAIR : PLAIN),
    );
    const text = sentences.join(' ');
    written += text.length;
    const dressed = text.replace(/ (\w+) (\w+) /, (_, a: string, b: string) => ` <a href="#">${a}</a> <em>${b}</em> `);
    const kind = random();
    parts.push(
      kind < 0.8
        ? `<p>${dressed}</p>`
        : kind < 0.9
          ? `<ul><li>${dressed}</li></ul>`
          : `<section><h2>${sentences[0]!.slice(0, 40)}</h2><p>${dressed}</p></section>`,
    );
  }
  const links = Array.from({ length: 40 }, (_, i) => `<li><a href="#${i}">Section ${i}</a></li>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>A page</title><style>body { max-width: 40em; margin: auto }</style><nav><ul>${links}</ul></nav><main>${parts.join('\n')}</main>`;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
