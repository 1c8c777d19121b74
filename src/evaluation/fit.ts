/** A value a feature, in the order of the names that the caller keeps. */
export type FeatureVector = readonly number[];

/** One question's candidates; `right` marks those that answer it. */
export interface RankingExample {
  readonly candidates: readonly { readonly features: FeatureVector; readonly right: boolean }[];
}

export interface LogisticExample {
  readonly features: FeatureVector;
  readonly label: boolean;
}

export interface FitOptions {
  /** Strength of the pull of all weights (but the bias) towards 0. */
  readonly ridge: number;
  readonly steps: number;
  readonly rate: number;
}

/**
 * Weights of a linear ranking model by gradient descent on the listwise softmax loss: the probability mass of the right
 * candidates of each question. Questions without a right or without a wrong candidate teach nothing. Deterministic.
 */
export function fitRanking(
  examples: readonly RankingExample[],
  dimensions: number,
  { ridge, steps, rate }: FitOptions,
): number[] {
  const taught = examples.filter(({ candidates: list }) => list.some((c) => c.right) && list.some((c) => !c.right));
  const weights = new Array<number>(dimensions).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => ridge * weight);
    for (const { candidates } of taught) addRankingGradient(gradient, weights, candidates, 1 / taught.length);
    descend(weights, gradient, rate);
  }
  return weights;
}

function addRankingGradient(
  gradient: number[],
  weights: readonly number[],
  candidates: RankingExample["candidates"],
  share: number,
): void {
  const scores = candidates.map(({ features }) => dot(weights, features));
  const top = Math.max(...scores);
  const mass = scores.map((score) => Math.exp(score - top));
  const all = mass.reduce((sum, value) => sum + value, 0);
  const right = mass.reduce((sum, value, i) => sum + (candidates[i]?.right ? value : 0), 0);
  candidates.forEach(({ features, right: isRight }, i) => {
    const p = mass[i] ?? 0;
    const pull = share * (p / all - (isRight ? p / right : 0));
    features.forEach((value, d) => {
      gradient[d] = (gradient[d] ?? 0) + pull * value;
    });
  });
}

/** Logistic regression with a bias, which comes first in the result; the ridge acts on standardised features. Deterministic. */
export function fitLogistic(
  examples: readonly LogisticExample[],
  dimensions: number,
  { ridge, steps, rate }: FitOptions,
): number[] {
  const scales = Array.from({ length: dimensions }, (_, d) =>
    scaleOf(examples.map(({ features }) => features[d] ?? 0)),
  );
  const standard = examples.map(({ features, label }) => ({
    features: features.map((value, d) => (value - (scales[d]?.mean ?? 0)) / (scales[d]?.deviation ?? 1)),
    label,
  }));
  const weights = new Array<number>(dimensions + 1).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, d) => (d === 0 ? 0 : ridge * weight));
    for (const { features, label } of standard) {
      const error = (sigmoid(dot(weights, [1, ...features])) - (label ? 1 : 0)) / examples.length;
      [1, ...features].forEach((value, d) => {
        gradient[d] = (gradient[d] ?? 0) + error * value;
      });
    }
    descend(weights, gradient, rate);
  }
  return unscale(weights, scales);
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function unscale([bias = 0, ...weights]: readonly number[], scales: readonly Scale[]): number[] {
  const raw = weights.map((weight, d) => weight / (scales[d]?.deviation ?? 1));
  return [bias - raw.reduce((sum, weight, d) => sum + weight * (scales[d]?.mean ?? 0), 0), ...raw];
}

function descend(weights: number[], gradient: readonly number[], rate: number): void {
  weights.forEach((weight, d) => {
    weights[d] = weight - rate * (gradient[d] ?? 0);
  });
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
