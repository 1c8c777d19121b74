import { AttentiveNetwork, type ReadPassage } from "./attentive-network.js";
import { ModelDamagedError, readModelFiles } from "./model-files.js";
import { readOnnxTensors } from "./onnx-tensors.js";
import { type Scores, VERDICTS } from "./passage-scores.js";

/** Reads a question and passages together. */
export interface CrossEncoder {
  /** What of a passage is the same for every question, to be kept: some 70 KB, up to 330 KB of a long one. `head` is what it stands under, headings and lead-in. */
  read(head: Uint16Array, own: Uint16Array): ReadPassage;
  /**
   * How well each passage answers the question, given by its pieces (`PieceSpace.read`) as they are.
   * A question or passage without a known piece gives `UNREAD`.
   */
  scores(question: Uint16Array, passages: readonly ReadPassage[]): readonly Scores[];
}

const MODEL = "onnx/model.onnx";

/** The bundled model in a folder, proved by its digests. Throws `ModelMissingError`, `ModelDamagedError`. */
export function openCrossEncoder(modelDir: string): CrossEncoder {
  const { files } = readModelFiles(modelDir);
  try {
    const tensors = readOnnxTensors(files.get(MODEL) ?? new Uint8Array());
    const bytes = (name: string): Uint8Array => {
      const tensor = tensors.get(name);
      if (!tensor) throw new Error(`the model has no ${name}`);
      return tensor.data;
    };
    // The bytes may begin anywhere, which a view of floats must not.
    const floats = (name: string): Float32Array => new Float32Array(new Uint8Array(bytes(name)).buffer);
    const table = new Uint8Array(bytes("table"));
    if (floats("score_bias").length !== 2 + VERDICTS.length) throw new Error("the model has other outputs");
    return new AttentiveNetwork({
      table: new Int8Array(table.buffer),
      scales: floats("scales"),
      passageMix: floats("passage_mix"),
      questionMix: floats("question_mix"),
      questionOut: floats("question_out"),
      attention: floats("attention"),
      cosineWeight: floats("cosine_weight")[0] ?? 0,
      nothingWeight: floats("nothing_weight")[0] ?? 0,
      nothing: floats("nothing"),
      compareQuestion: floats("compare_question"),
      compare: floats("compare"),
      compareBias: floats("compare_bias"),
      importance: floats("importance"),
      shape: floats("shape"),
      pool: floats("pool"),
      poolBias: floats("pool_bias"),
      score: floats("score"),
      scoreBias: floats("score_bias"),
    });
  } catch (cause) {
    throw new ModelDamagedError(modelDir, "is not a cross-encoder", { cause });
  }
}
