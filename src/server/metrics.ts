import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Answer } from "../answering/answer.js";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of one app. Labels come from fixed sets (route patterns, statuses, reasons), never from what was asked. */
export class AppMetrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: "http_requests_total",
    help: "Requests answered",
    labelNames: ["method", "route", "status"],
    registers: [this.registry],
  });
  readonly #requestSeconds = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to the head of the response",
    labelNames: ["route"],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #answers = new Counter({
    name: "policy_chat_answers_total",
    help: "Answers and refusals given over HTTP",
    labelNames: ["status", "reason", "mode"],
    registers: [this.registry],
  });
  readonly #answerSeconds = new Histogram({
    name: "policy_chat_answer_duration_seconds",
    help: "Time from question to answer",
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #feedback = new Counter({
    name: "policy_chat_feedback_total",
    help: "Thumbs given on answers",
    labelNames: ["thumb"],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  countRequest(method: string, route: string, status: number, elapsedMs: number): void {
    this.#requests.inc({ method, route, status: String(status) });
    this.#requestSeconds.observe({ route }, elapsedMs / 1_000);
  }

  countAnswer(answer: Answer): void {
    this.#answers.inc({ status: answer.status, reason: answer.refusal?.reason ?? "none", mode: answer.mode });
    this.#answerSeconds.observe(answer.elapsedMs / 1_000);
  }

  countFeedback(thumb: "up" | "down"): void {
    this.#feedback.inc({ thumb });
  }
}
