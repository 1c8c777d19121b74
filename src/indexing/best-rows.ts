import type { Neighbour } from "./vector-index.js";

/** Keeps the k best of the rows that it is offered: a heap with the worst at its root. Of equals the lower row is better. */
export class BestRows {
  readonly #capacity: number;
  readonly #heap: Neighbour[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** A row whose score is below this would not be kept. */
  get threshold(): number {
    return this.#heap.length < this.#capacity
      ? Number.NEGATIVE_INFINITY
      : (this.#heap[0]?.score ?? Number.POSITIVE_INFINITY);
  }

  offer(row: number, score: number): void {
    if (this.#capacity <= 0) return;
    const candidate = { row, score };
    if (this.#heap.length < this.#capacity) {
      this.#heap.push(candidate);
      this.#rise(this.#heap.length - 1);
    } else if (isWorse(this.#heap[0] as Neighbour, candidate)) {
      this.#heap[0] = candidate;
      this.#sink();
    }
  }

  /** Best first. */
  toSorted(): Neighbour[] {
    return this.#heap.toSorted((a, b) => b.score - a.score || a.row - b.row);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!isWorse(heap[at] as Neighbour, heap[above] as Neighbour)) return;
      swap(heap, at, above);
      at = above;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      let worst = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < heap.length && isWorse(heap[below] as Neighbour, heap[worst] as Neighbour)) worst = below;
      }
      if (worst === at) return;
      swap(heap, at, worst);
      at = worst;
    }
  }
}

function isWorse(a: Neighbour, b: Neighbour): boolean {
  return a.score < b.score || (a.score === b.score && a.row > b.row);
}

function swap(heap: Neighbour[], a: number, b: number): void {
  const kept = heap[a] as Neighbour;
  heap[a] = heap[b] as Neighbour;
  heap[b] = kept;
}
