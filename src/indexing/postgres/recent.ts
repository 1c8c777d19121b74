/** What was worked out last, by key, the least recently used dropped first. A failure is not kept. */
export class Recent<T> {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    const made = known ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, made);
    if (known === undefined) {
      made.catch(() => this.#kept.delete(key));
      if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value ?? key);
    }
    return made;
  }
}
