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
      const { first, further } = disputes ? least.disputes : least.restates;
      return confidence * stanceConfidence >= (rank === 0 ? first : further);
    }),
  }));
}

/** What has to hold on sentences that the models had not seen; above the floors of CI, since other hands are harder still. */
const aims = { precision: 0.96, wrongStance: 0.018, disputesPrecision: 0.91 };
const related = 0.5;
const never: StanceThresholds = { first: 2, further: 2 };

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
  let chosen: StanceThresholds = { first: 0.95, further: 0.97 };
  let most = 0;
  for (const first of range(0.4, 0.95, 0.025))
    for (const further of [first, Math.min(0.95, first + 0.1), Math.min(0.95, first + 0.2)]) {
      const candidate = { first: round(first), further: round(further) };
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
