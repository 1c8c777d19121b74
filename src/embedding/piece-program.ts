/**
 * `piece-rows.wat`, assembled with `npx wabt@1.0.39 wat2wasm`. Comparing a question's dozen pieces with the thousand or two of
 * its candidates takes 8 million products: half a millisecond with the processor's vector instructions, which JavaScript
 * reaches only this way, ten times as much without.
 */
const PROGRAM =
  "AGFzbQEAAAABJARgBn9/f39/fwBgBH9/f38Bf2AIf39/f39/f38AYAR/f39/AAIQAQRob3N0Bm1lbW9yeQIAAAMFBAABAgMHJgQEZG90cwAABmdhdGhl" +
  "cgABB2Nvc2luZXMAAghncmVhdGVzdAADCoUIBK4BAwJ/AnsBfwNAIAQgAS8BACAFbGohBv0MAAAAAAAAAAAAAAAAAAAAACEIQQAhByAAIQoDQCAGIAdq" +
  "/QAEACEJIAggCf2HASAK/QAEAP26Af2uASEIIAggCf2IASAK/QAEEP26Af2uASEIIApBIGohCiAHQRBqIgcgBUkNAAsgAyAI/RsAIAj9GwFqIAj9GwIg" +
  "CP0bA2pqNgIAIANBBGohAyABQQJqIgEgAkkNAAsLhwEBBH8gAyEHAkAgACABTw0AA0AgAiAALwEAQQF0aiEGIAYvAQAiBUUEQCADIAAvAQA7AQAgA0EC" +
  "aiEDIARBAWoiBCEFIAYgBTsBAAsgACAFQQFrOwEAIABBAmoiACABSQ0ACwNAIANBAmshAyACIAMvAQBBAXRqQQA7AQAgAyAHSw0ACwsgBAu8BAIDfwd7" +
  "A0AgAiAALwEAIANsaiEIIAggA2ohCSAEIQr9DAAAAAAAAAAAAAAAAAAAAAAhDf0MAAAAAAAAAAAAAAAAAAAAACEO/QwAAAAAAAAAAAAAAAAAAAAAIQ/9" +
  "DAAAAAAAAAAAAAAAAAAAAAAhEANAIAj9AQMAIQsgCP0BAwghDCANIAsgCv0ABAD9ugEgDCAK/QAEEP26Af2uAf2uASENIA4gCyAK/QAEIP26ASAMIAr9" +
  "AAQw/boB/a4B/a4BIQ4gDyALIAr9AARA/boBIAwgCv0ABFD9ugH9rgH9rgEhDyAQIAsgCv0ABGD9ugEgDCAK/QAEcP26Af2uAf2uASEQIApBgAFqIQog" +
  "CEEQaiIIIAlJDQALIA0gDv0NAAECAxAREhMEBQYHFBUWFyANIA79DQgJCgsYGRobDA0ODxwdHh/9rgEhCyAPIBD9DQABAgMQERITBAUGBxQVFhcgDyAQ" +
  "/Q0ICQoLGBkaGwwNDg8cHR4f/a4BIQwgCyAM/Q0AAQIDBAUGBxAREhMUFRYXIAsgDP0NCAkKCwwNDg8YGRobHB0eH/2uASENIA0gDf0NCAkKCwwNDg8Y" +
  "GRobHB0eHyEOIAYgAC8BAEECdGoqAgC7/RQhESAFIA39/gEgB/0ABAD98gH9Xv1fIBEgB/0ABCD98gH98wH9Xv1bAwAAIAUgDv3+ASAH/QAEEP3yAf1e" +
  "/V8gESAH/QAEMP3yAf3zAf1e/VsDCAAgBUHAAGohBSAAQQJqIgAgAUkNAAsLiwECAX8Ee0MAAIC//RMhBSAFIQYgBSEHIAUhCANAIAIgAC8BAEEGdGoh" +
  "BCAFIAT9AAQA/esBIQUgBiAE/QAEEP3rASEGIAcgBP0ABCD96wEhByAIIAT9AAQw/esBIQggAEECaiIAIAFJDQALIAMgBf0LBAAgAyAG/QsEECADIAf9" +
  "CwQgIAMgCP0LBDAL";

/** All parameters are places in the memory but `dimensions`; what each function does is said in its source. */
export interface PieceProgram {
  dots(vector: number, ids: number, end: number, out: number, table: number, dimensions: number): void;
  gather(at: number, end: number, places: number, out: number): number;
  cosines(
    ids: number,
    end: number,
    table: number,
    dimensions: number,
    vectors: number,
    out: number,
    lengths: number,
    factors: number,
  ): void;
  greatest(at: number, end: number, cosines: number, out: number): void;
}

/** The program over a memory. */
export function loadPieceProgram(memory: WebAssembly.Memory): PieceProgram {
  const program = new WebAssembly.Module(Buffer.from(PROGRAM, "base64"));
  return new WebAssembly.Instance(program, { host: { memory } }).exports as unknown as PieceProgram;
}
