import type { Neighbour } from "./vector-index.js";

/** Rows that are gathered beyond those kept before the worst are dropped again. */
const SLACK = 64;

/**
 * Keeps the k best of the rows that it is offered; of equals the lower row is better. Rows are gathered and the worse half is
 * dropped now and then, which costs less than keeping them in order.
 */
export class BestRows {
  readonly #capacity: number;
  #rows: Float64Array;
  #scores: Float64Array;
  #count = 0;
  #threshold = Number.NEGATIVE_INFINITY;

  constructor(capacity: number) {
    this.#capacity = Math.max(0, capacity);
    const room = capacity > 0 ? SLACK : 0;
    this.#rows = new Float64Array(room);
    this.#scores = new Float64Array(room);
  }

  /** A row whose score is below this would not be kept. Rises from time to time. */
  get threshold(): number {
    return this.#capacity > 0 ? this.#threshold : Number.POSITIVE_INFINITY;
  }

  /** Not-a-number is no score. */
  offer(row: number, score: number): void {
    if (this.#capacity === 0 || !(score >= this.#threshold)) return;
    if (this.#count === this.#rows.length) this.#makeRoom();
    this.#rows[this.#count] = row;
    this.#scores[this.#count++] = score;
  }

  /** Best first. */
  toSorted(): Neighbour[] {
    const { scores, rows } = { scores: this.#scores, rows: this.#rows };
    return Array.from({ length: this.#count }, (_, at) => ({ row: rows[at] as number, score: scores[at] as number }))
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .slice(0, this.#capacity);
  }

  #makeRoom(): void {
    if (this.#rows.length < 2 * this.#capacity + SLACK) this.#grow();
    else this.#dropWorst();
  }

  #grow(): void {
    const room = Math.min(2 * this.#rows.length, 2 * this.#capacity + SLACK);
    const [rows, scores] = [new Float64Array(room), new Float64Array(room)];
    rows.set(this.#rows);
    scores.set(this.#scores);
    this.#rows = rows;
    this.#scores = scores;
  }

  #dropWorst(): void {
    const last = this.#capacity - 1;
    for (let low = 0, high = this.#count - 1; low < high; ) {
      const [left, right] = this.#partition(low, high);
      if (last <= right) high = right;
      else if (last >= left) low = left;
      else break;
    }
    this.#count = this.#capacity;
    this.#threshold = this.#scores.subarray(0, this.#count).reduce((least, score) => Math.min(least, score));
  }

  /** Puts what is better than the row in the middle before what is worse; gives where the two parts begin and end (Hoare). */
  #partition(low: number, high: number): [left: number, right: number] {
    const [rows, scores] = [this.#rows, this.#scores];
    const middle = (low + high) >>> 1;
    const [pivotScore, pivotRow] = [scores[middle] as number, rows[middle] as number];
    let [left, right] = [low, high];
    while (left <= right) {
      while (isBetter(scores[left] as number, rows[left] as number, pivotScore, pivotRow)) left++;
      while (isBetter(pivotScore, pivotRow, scores[right] as number, rows[right] as number)) right--;
      if (left > right) break;
      this.#swap(left++, right--);
    }
    return [left, right];
  }

  #swap(a: number, b: number): void {
    const [row, score] = [this.#rows[a] as number, this.#scores[a] as number];
    this.#rows[a] = this.#rows[b] as number;
    this.#scores[a] = this.#scores[b] as number;
    this.#rows[b] = row;
    this.#scores[b] = score;
  }
}

function isBetter(score: number, row: number, otherScore: number, otherRow: number): boolean {
  return score > otherScore || (score === otherScore && row < otherRow);
}
