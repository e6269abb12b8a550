/** Chooses from which confidences on something is said. */
import type { StanceThresholds, Thresholds } from '../../../matching/claims/model.ts';
import { scoreOf, type Answer } from './score.ts';

/** A sentence with what would be said of it, if that is sure enough: the likeliest claim first. */
export interface Calibrated {
  gold: Map<string, boolean>;
  ranked: { claim: string; confidence: number; disputes: boolean; stanceConfidence: number }[];
}

export function answersOf(part: readonly Calibrated[], least: Omit<Thresholds, 'related'>): Answer[] {
  return part.map(({ gold, ranked }) => ({
    gold,
    said: ranked.filter(({ confidence, disputes, stanceConfidence }, rank) => {
      const { claim, further, stance } = disputes ? least.disputes : least.restates;
      return confidence >= (rank === 0 ? claim : further) && stanceConfidence >= stance;
    }),
  }));
}

/** What has to hold on sentences that the models had not seen; above the floors of CI, since other hands are harder still. */
const aims = { precision: 0.945, wrongStance: 0.025, disputesPrecision: 0.87 };
const related = 0.5;
const never: StanceThresholds = { claim: 2, further: 2, stance: 2 };

/** First the thresholds of disputes alone, then those of restatements beside them; of those that hold, the ones that find most. */
export function chooseThresholds(part: readonly Calibrated[]): Thresholds {
  const disputes = best(
    (candidate) => scoreOf(answersOf(part, { restates: never, disputes: candidate })),
    (score) => score.disputesPrecision >= aims.disputesPrecision,
    (score) => score.disputesRecall,
  );
  const restates = best(
    (candidate) => scoreOf(answersOf(part, { restates: candidate, disputes })),
    (score) => score.precision >= aims.precision && score.wrongStance <= aims.wrongStance,
    (score) => score.recall + 0.3 * score.labelRecall,
  );
  return { restates, disputes, related };
}

type Score = ReturnType<typeof scoreOf>;

function best(
  ask: (candidate: StanceThresholds) => Score,
  holds: (score: Score) => boolean,
  gainOf: (score: Score) => number,
): StanceThresholds {
  let chosen: StanceThresholds = { claim: 0.95, further: 0.97, stance: 0.95 };
  let most = 0;
  for (const claim of range(0.5, 0.95, 0.025))
    for (const further of [claim, Math.min(0.97, claim + 0.1), Math.min(0.97, claim + 0.2)])
      for (const stance of [0.5, 0.65, 0.8, 0.9]) {
        const candidate = { claim: round(claim), further: round(further), stance };
        const score = ask(candidate);
        if (holds(score) && gainOf(score) > most) {
          most = gainOf(score);
          chosen = candidate;
        }
      }
  return chosen;
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => from + at * step);
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
