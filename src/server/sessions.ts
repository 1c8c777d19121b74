import type { ChatTurn } from "../answering/answer.js";

const MAX_SESSIONS = 1_000;
const MAX_TURNS = 8;
const LIFE_MS = 30 * 60_000;

interface Session {
  readonly turns: readonly ChatTurn[];
  readonly touchedAt: number;
}

/**
 * The last turns of conversations whose callers send a session id instead of their history. Kept in memory only: 1,000
 * sessions of 8 turns, forgotten 30 minutes after the last question.
 */
export class SessionMemory {
  readonly #sessions = new Map<string, Session>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  recall(sessionId: string): readonly ChatTurn[] {
    const session = this.#sessions.get(sessionId);
    if (session === undefined || this.#now() - session.touchedAt > LIFE_MS) return [];
    return session.turns;
  }

  remember(sessionId: string, question: string, answer: string): void {
    const turns: ChatTurn[] = [
      ...this.recall(sessionId),
      { role: "user", content: question },
      { role: "assistant", content: answer },
    ];
    // Deleting first moves the session to the end of the map, so the first key is always the longest untouched.
    this.#sessions.delete(sessionId);
    this.#sessions.set(sessionId, { turns: turns.slice(-MAX_TURNS), touchedAt: this.#now() });
    const oldest = this.#sessions.keys().next();
    if (this.#sessions.size > MAX_SESSIONS && !oldest.done) this.#sessions.delete(oldest.value);
  }
}
