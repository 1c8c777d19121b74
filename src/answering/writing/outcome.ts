import type { Decline } from "./decline.js";
import type { Draft } from "./draft.js";

/** What one question comes to before it is proved: a draft with its confidence, or a refusal. */
export type Outcome =
  | { readonly draft: Draft; readonly confidence: number }
  | { readonly decline: Decline; readonly confidence: number };
