"""Calibrates the confidence on what the product answers: reads `policy-chat eval --out` of questions that the weights have not seen, rewrites weights.json.

    python3 training/calibrate.py src/answering/ranking/weights.json EVAL.json EVAL.json

fit_ranking.py learns the confidence on rankings alone. The product also goes by rules on what a question asks and what a place plainly
lacks, so that what it does answer is right more often. Logistic calibration: the scale and shift of the logits with which
the answers that were right fit best. No dependency; a second.
"""

import json
import math
import sys

# What answers that need no search claim (confidence.ts); they are no concern of the networks.
SETTLED = 0.97
STEPS = 50


def points(path: str) -> list[tuple[float, bool]]:
    """Logit of the confidence of each answer, and whether every check passed."""
    results = json.load(open(path, encoding="utf8"))["results"]
    answers = [r for r in results if r["answer"]["status"] == "answered" and r["answer"]["confidence"] != SETTLED]
    return [(logit(r["answer"]["confidence"]), all(c is None or c["pass"] for c in r["checks"].values())) for r in answers]


def logit(share: float) -> float:
    share = min(max(share, 0.0005), 0.9995)
    return math.log(share / (1 - share))


def scaling(known: list[tuple[float, bool]]) -> tuple[float, float]:
    """Newton's method on the logarithmic loss."""
    scale, shift = 1.0, 0.0
    for _ in range(STEPS):
        gradient, hessian = [0.0, 0.0], [[1e-9, 0.0], [0.0, 1e-9]]
        for x, right in known:
            p = 1 / (1 + math.exp(-(scale * x + shift)))
            for i, a in enumerate((x, 1.0)):
                gradient[i] += (p - right) * a
                for j, b in enumerate((x, 1.0)):
                    hessian[i][j] += p * (1 - p) * a * b
        determinant = hessian[0][0] * hessian[1][1] - hessian[0][1] * hessian[1][0]
        scale -= (hessian[1][1] * gradient[0] - hessian[0][1] * gradient[1]) / determinant
        shift -= (hessian[0][0] * gradient[1] - hessian[1][0] * gradient[0]) / determinant
    return scale, shift


def main(weights_path: str, *eval_paths: str) -> None:
    known = [point for path in eval_paths for point in points(path)]
    scale, shift = scaling(known)
    print(f"confidence: logits times {scale:.3f} and {shift:+.3f} on {len(known)} answers")
    with open(weights_path, encoding="utf8") as file:
        weights = json.load(file)
    before = weights["calibration"]
    weights["calibration"] = {"scale": round(before["scale"] * scale, 4), "shift": round(before["shift"] * scale + shift, 4)}
    with open(weights_path, "w", encoding="utf8") as file:
        json.dump(weights, file, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
