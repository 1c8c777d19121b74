/**
 * `row-products.wat`, assembled with `npx -p wabt@1.0.39 wat2wasm`: four products at a time, which JavaScript reaches only
 * this way.
 */
const PROGRAM =
  "AGFzbQEAAAABCgFgBn9/f39/fwACEAEEaG9zdAZtZW1vcnkCAAADAgEABwwBCHByb2R1Y3RzAAAKngMBmwMCA38FewNAIAIhBgNAQQAhB/0MAAAA" +
  "AAAAAAAAAAAAAAAAACEK/QwAAAAAAAAAAAAAAAAAAAAAIQv9DAAAAAAAAAAAAAAAAAAAAAAhDP0MAAAAAAAAAAAAAAAAAAAAACENA0AgACAHav0A" +
  "BAAhCSAGIAdqIQggCiAJIAj9AAQA/eYB/eQBIQogCCAEaiEIIAsgCSAI/QAEAP3mAf3kASELIAggBGohCCAMIAkgCP0ABAD95gH95AEhDCAIIARq" +
  "IQggDSAJIAj9AAQA/eYB/eQBIQ0gB0EQaiIHIARJDQALIAogC/0NAAECAxAREhMEBQYHFBUWFyAKIAv9DQgJCgsYGRobDA0ODxwdHh/95AEhCSAM" +
  "IA39DQABAgMQERITBAUGBxQVFhcgDCAN/Q0ICQoLGBkaGwwNDg8cHR4f/eQBIQogBSAJIAr9DQABAgMEBQYHEBESExQVFhcgCSAK/Q0ICQoLDA0O" +
  "DxgZGhscHR4f/eQB/QsEACAFQRBqIQUgBiAEQQJ0aiIGIANJDQALIAAgBGoiACABSQ0ACws=";

/**
 * Writes the inner product of every row of `a` with every row of `b`, rows of f32 in a memory, `bytes` each, a multiple of 16: those
 * of the first row of `a`, then those of the second. The rows of `b` are taken in fours, so that what lies behind the last of
 * them counts as rows too. All parameters but `bytes` are places in the memory.
 */
export type RowProducts = (a: number, aEnd: number, b: number, bEnd: number, bytes: number, out: number) => void;

/** The program over a memory. */
export function loadRowProducts(memory: WebAssembly.Memory): RowProducts {
  const program = new WebAssembly.Module(Buffer.from(PROGRAM, "base64"));
  return new WebAssembly.Instance(program, { host: { memory } }).exports.products as RowProducts;
}
