import { describe, expect, it } from "vitest";
import { calibrationBins, expectedCalibrationError } from "./calibration.js";

const points = [
  { confidence: 0.95, right: true },
  { confidence: 0.91, right: true },
  { confidence: 1, right: false },
  { confidence: 0.32, right: false },
];

describe("calibrationBins", () => {
  it("puts a border into the upper bin and 1 into the last", () => {
    const bins = calibrationBins([0, 0.1, 0.9, 1].map((confidence) => ({ confidence, right: true })));
    expect(bins.map((bin) => bin.count)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it("averages confidence and accuracy in a bin", () => {
    const last = calibrationBins(points)[9];
    expect(last?.count).toBe(3);
    expect(last?.confidence).toBeCloseTo(2.86 / 3, 12);
    expect(last?.accuracy).toBeCloseTo(2 / 3, 12);
  });
});

describe("expectedCalibrationError", () => {
  it("weighs the gap of each bin by its answers", () => {
    // 3/4 × |2/3 − 0.95333| + 1/4 × |0 − 0.32| = 0.215 + 0.08
    expect(expectedCalibrationError(points)).toBeCloseTo(0.295, 10);
  });

  it("is 0 when confidence tells the truth, null without answers", () => {
    expect(expectedCalibrationError([{ confidence: 1, right: true }])).toBe(0);
    expect(expectedCalibrationError([])).toBeNull();
  });
});
