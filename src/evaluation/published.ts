import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isRight } from "./checks.js";
import { DatasetInvalidError } from "./dataset.js";
import type { EvaluationResult } from "./evaluate.js";
import { QUALITY_FIGURES, type QualityFigure, type QualityKey } from "./figures.js";

const publicationSchema = z.object({
  /** ISO date. */
  date: z.string(),
  questions: z.number(),
  figures: z.record(z.string(), z.number().nullable()),
  /** Ids of the questions that were not all right. */
  misses: z.array(z.string()),
});
const publishedSchema = z.record(z.string(), publicationSchema);

/** The figures of one question set as last published. Latency is never published: it belongs to a machine. */
export type Publication = Readonly<z.output<typeof publicationSchema>>;
/** Question set name → its publication; the content of `published.json`. */
export type Published = Readonly<Record<string, Publication>>;

export interface FigureChange {
  readonly key: QualityKey;
  readonly label: string;
  readonly unit: QualityFigure["unit"];
  readonly before: number | null;
  readonly now: number | null;
  readonly verdict: "better" | "same" | "worse";
}

export interface Comparison {
  readonly publishedOn: string;
  /** The set has grown or shrunk since: figures that moved may say nothing about the product. */
  readonly questionsChanged: boolean;
  readonly changes: readonly FigureChange[];
  readonly fell: readonly FigureChange[];
  /** Questions that went wrong since, and those put right. */
  readonly newMisses: readonly string[];
  readonly fixed: readonly string[];
}

/** Reads `published.json`; empty when there is none yet. Throws DatasetInvalidError when it is damaged. */
export async function loadPublished(file: string): Promise<Published> {
  try {
    return publishedSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return {};
    throw new DatasetInvalidError(file, null, "不是已公布数字的文件；请用 git 恢复", { cause });
  }
}

/** What `--publish` writes for one question set; `date` is an ISO date. Figures are rounded to 6 decimals. */
export function toPublication({ metrics, results }: EvaluationResult, date: string): Publication {
  return {
    date,
    questions: metrics.questions,
    figures: Object.fromEntries(QUALITY_FIGURES.map(({ key }) => [key, round(metrics[key])])),
    misses: results.filter((result) => !isRight(result.checks)).map((result) => result.id),
  };
}

/** Rounding on another processor may turn one question in a hundred; a fall up to this is no fall. */
const TOLERANCE = 0.01;

/** Compares quality figure by figure; what was not measured then or now is not compared. */
export function compareWithPublished(result: EvaluationResult, published: Publication, date: string): Comparison {
  const current = toPublication(result, date);
  const changes = QUALITY_FIGURES.map((figure): FigureChange => {
    const before = published.figures[figure.key] ?? null;
    const now = current.figures[figure.key] ?? null;
    const { key, label, unit } = figure;
    return { key, label, unit, before, now, verdict: verdictOn(figure, before, now) };
  });
  const ids = new Set(result.results.map(({ id }) => id));
  return {
    publishedOn: published.date,
    questionsChanged: current.questions !== published.questions,
    changes,
    fell: changes.filter((change) => change.verdict === "worse"),
    newMisses: current.misses.filter((id) => !published.misses.includes(id)),
    fixed: published.misses.filter((id) => ids.has(id) && !current.misses.includes(id)),
  };
}

function verdictOn({ better }: QualityFigure, before: number | null, now: number | null): FigureChange["verdict"] {
  if (before === null || now === null || Math.abs(now - before) <= TOLERANCE) return "same";
  return now > before === (better === "higher") ? "better" : "worse";
}

function round(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6));
}
