/** How good matches are, counted the same way for cross-validation and for what was set aside. */

/** What was said of a sentence and a claim. Related matches are not among them. */
export interface Said {
  claim: string;
  disputes: boolean;
}

export interface Answer {
  said: Said[];
  /** Claims of the sentence, and whether it disputes them. */
  gold: ReadonlyMap<string, boolean>;
}

export interface Score {
  sentences: number;
  /** Shares; 0 of 0 is NaN. */
  precision: number;
  /** Of the sentences with a claim, those for which a right claim was said. */
  recall: number;
  /** Of all labels, those that were said, with either stance. */
  labelRecall: number;
  /** Of all that was said: the claim right, the stance wrong. */
  wrongStance: number;
  disputesPrecision: number;
  disputesRecall: number;
  /** Of the sentences of no claim, those for which one was said. */
  falseAlarms: number;
}

export function scoreOf(answers: readonly Answer[]): Score {
  const count = { said: 0, right: 0, stance: 0, labelled: 0, found: 0, labels: 0, none: 0, alarms: 0 };
  const disputes = { said: 0, right: 0, labels: 0 };
  for (const { said, gold } of answers) {
    const hits = said.filter(({ claim }) => gold.has(claim));
    count.said += said.length;
    count.right += hits.length;
    count.stance += hits.filter((hit) => gold.get(hit.claim) !== hit.disputes).length;
    count.labels += gold.size;
    if (gold.size > 0) {
      count.labelled++;
      if (hits.length > 0) count.found++;
    } else {
      count.none++;
      if (said.length > 0) count.alarms++;
    }
    disputes.said += said.filter((match) => match.disputes).length;
    disputes.right += hits.filter((hit) => hit.disputes && gold.get(hit.claim) === true).length;
    for (const isDisputed of gold.values()) if (isDisputed) disputes.labels++;
  }
  return {
    sentences: answers.length,
    precision: count.right / count.said,
    recall: count.found / count.labelled,
    labelRecall: count.right / count.labels,
    wrongStance: count.stance / count.said,
    disputesPrecision: disputes.right / disputes.said,
    disputesRecall: disputes.right / disputes.labels,
    falseAlarms: count.alarms / count.none,
  };
}

/** One line for a table of the terminal. */
export function shown(score: Score): string {
  const percent = (value: number): string => (Number.isNaN(value) ? '–' : (100 * value).toFixed(1)).padStart(5);
  return (
    `${String(score.sentences).padStart(5)}  P ${percent(score.precision)}  R ${percent(score.recall)} (labels ${percent(score.labelRecall)})` +
    `  wrong stance ${percent(score.wrongStance)}  disputes P ${percent(score.disputesPrecision)} R ${percent(score.disputesRecall)}  false alarms ${percent(score.falseAlarms)}`
  );
}
