import { basename, dirname, resolve } from "node:path";
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from "@xenova/transformers";
import { type Embedder, EmbedInputTooLongError } from "./embedder.js";
import { ModelDamagedError, readModelFiles } from "./model-files.js";
import { openPieceTable } from "./piece-table.js";
import { addTokens, toUnit } from "./pooling.js";

/** Characters that one vector can stand for; far beyond any article, and a guard against a file taken for a sentence. */
export const MAX_EMBED_CHARACTERS = 32_768;

/** Tokens of a batch, padding included: bounds the memory of one run to some 16 MB of hidden values. */
const BATCH_TOKENS = 16_384;

export interface TransformersEmbedderOptions {
  /** Folder of the model: `config.json`, `tokenizer.json`, `onnx/model_quantized.onnx`, `SHA256SUMS`. */
  readonly modelDir: string;
  /** Prepares a text as the model was trained: normalised and cut into words. */
  readonly toWords: (text: string) => readonly string[];
}

/** A run of at most `model_max_length` token ids of one text. */
interface Window {
  readonly text: number;
  readonly ids: readonly number[];
}

/**
 * The bundled model through transformers.js, from local files only, each proved by its digest first. The library is loaded
 * with the first text: a server, which reads questions by their pieces, goes without its 100 MB.
 * Throws `ModelMissingError`, `ModelDamagedError`.
 */
export async function openTransformersEmbedder({ modelDir, toWords }: TransformersEmbedderOptions): Promise<Embedder> {
  const { digest, files } = readModelFiles(modelDir);
  const pieces = openPieceTable({ modelDir, files, toWords });
  let loading: Promise<LoadedModel> | undefined;
  return {
    modelId: basename(resolve(modelDir)),
    digest,
    dimensions: pieces.dimensions,
    pieces,
    async embed(texts) {
      loading ??= loadModel(modelDir);
      const loaded = await loading;
      const windows = texts.flatMap((text, index) => toWindows(loaded.tokenizer, text, index, toWords));
      const sums = texts.map(() => new Float32Array(pieces.dimensions));
      for (const batch of toBatches(windows)) await addBatch(loaded, batch, sums);
      return sums.map(toUnit);
    },
  };
}

interface LoadedModel {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
  readonly Tensor: typeof Tensor;
}

async function loadModel(modelDir: string): Promise<LoadedModel> {
  try {
    const { AutoModel, AutoTokenizer, env, Tensor } = await import("@xenova/transformers");
    env.localModelPath = dirname(resolve(modelDir));
    env.allowRemoteModels = false;
    env.useFSCache = false;
    const modelId = basename(resolve(modelDir));
    const tokenizer = await AutoTokenizer.from_pretrained(modelId);
    // One thread a run: questions run beside each other, and the idle threads of a pool would spin.
    const session_options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
    const model = await AutoModel.from_pretrained(modelId, { dtype: "q8", session_options });
    return { tokenizer, model, Tensor };
  } catch (cause) {
    throw new ModelDamagedError(modelDir, "cannot be loaded", { cause });
  }
}

// The library cuts what is over the model's length without a word, so the text is handed over in parts instead.
function toWindows(
  tokenizer: PreTrainedTokenizer,
  text: string,
  index: number,
  toWords: TransformersEmbedderOptions["toWords"],
): Window[] {
  if (text.length > MAX_EMBED_CHARACTERS) throw new EmbedInputTooLongError(text.length, MAX_EMBED_CHARACTERS);
  const ids = tokenizer.encode(toWords(text).join(" ")).filter((id) => id !== tokenizer.unk_token_id);
  const length = tokenizer.model_max_length;
  const windows: Window[] = [];
  for (let start = 0; start < ids.length; start += length)
    windows.push({ text: index, ids: ids.slice(start, start + length) });
  return windows;
}

/** Windows of like length together, so that little is padding. */
function toBatches(windows: readonly Window[]): Window[][] {
  const batches: Window[][] = [];
  let batch: Window[] = [];
  for (const window of [...windows].sort((a, b) => a.ids.length - b.ids.length)) {
    if (batch.length > 0 && (batch.length + 1) * window.ids.length > BATCH_TOKENS) {
      batches.push(batch);
      batch = [];
    }
    batch.push(window);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

async function addBatch(
  { model, Tensor }: LoadedModel,
  batch: readonly Window[],
  sums: readonly Float32Array[],
): Promise<void> {
  const tokens = Math.max(...batch.map((window) => window.ids.length));
  const ids = new BigInt64Array(batch.length * tokens);
  const mask = new BigInt64Array(batch.length * tokens);
  for (const [row, window] of batch.entries()) {
    for (const [at, id] of window.ids.entries()) {
      ids[row * tokens + at] = BigInt(id);
      mask[row * tokens + at] = 1n;
    }
  }
  const shape = [batch.length, tokens];
  const output = await model({
    input_ids: new Tensor("int64", ids, shape),
    attention_mask: new Tensor("int64", mask, shape),
  });
  const hidden = output.last_hidden_state as Tensor;
  const dimensions = hidden.dims[2] ?? 0;
  for (const [row, window] of batch.entries()) {
    const sum = sums[window.text];
    if (sum) addTokens(hidden.data as Float32Array, mask, { text: row, tokens, dimensions }, sum);
  }
}
