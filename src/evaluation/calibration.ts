/** One answer given: what it claimed, 0 to 1, and whether it was right. */
export interface CalibrationPoint {
  readonly confidence: number;
  readonly right: boolean;
}

/** Answers whose confidence lies in [lower, upper); the last bin holds 1 as well. Means are 0 in an empty bin. */
export interface CalibrationBin {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
}

/** Equal-width bins over 0 to 1, ten as a rule. */
export function calibrationBins(points: readonly CalibrationPoint[], binCount = 10): CalibrationBin[] {
  return Array.from({ length: binCount }, (_, index) => {
    const members = points.filter((point) => binOf(point.confidence, binCount) === index);
    const count = members.length;
    return {
      lower: index / binCount,
      upper: (index + 1) / binCount,
      count,
      confidence: count === 0 ? 0 : members.reduce((sum, point) => sum + point.confidence, 0) / count,
      accuracy: count === 0 ? 0 : members.filter((point) => point.right).length / count,
    };
  });
}

/** Expected calibration error: |accuracy − confidence| a bin, weighted by its answers; null without answers. */
export function expectedCalibrationError(points: readonly CalibrationPoint[], binCount = 10): number | null {
  if (points.length === 0) return null;
  return calibrationBins(points, binCount).reduce(
    (sum, bin) => sum + (bin.count / points.length) * Math.abs(bin.accuracy - bin.confidence),
    0,
  );
}

function binOf(confidence: number, binCount: number): number {
  return Math.min(Math.max(Math.floor(confidence * binCount), 0), binCount - 1);
}
