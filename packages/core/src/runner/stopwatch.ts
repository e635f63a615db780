import type { Timings } from "./report.ts";

type Phase = Exclude<keyof Timings, "total">;

/** Adds up how long the phases of a run take. */
export class Stopwatch {
  readonly #started = performance.now();
  readonly #phases: Record<Phase, number> = {
    discovery: 0,
    configs: 0,
    linting: 0,
    survey: 0,
  };
  #last = this.#started;

  /** Counts the time since the last call for a phase. */
  lap(phase: Phase): void {
    const now = performance.now();
    this.#phases[phase] += now - this.#last;
    this.#last = now;
  }

  /** Returns the times in whole milliseconds. */
  get timings(): Timings {
    const { discovery, configs, linting, survey } = this.#phases;
    return {
      discovery: Math.round(discovery),
      configs: Math.round(configs),
      linting: Math.round(linting),
      survey: Math.round(survey),
      total: Math.round(performance.now() - this.#started),
    };
  }
}
