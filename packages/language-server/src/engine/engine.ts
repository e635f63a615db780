import { Worker } from "node:worker_threads";
import type { EngineMethods, Failure, MethodName, Request, Response } from "./messages.ts";
import type { EngineData } from "./worker.ts";

/** A failure of the engine: a config that cannot be used, or an error of its own. */
class EngineError extends Error {
  override readonly name: string;

  constructor({ name, message }: Failure) {
    super(message);
    this.name = name;
  }
}

/** The error of a request that took too long, and of those that an engine's end left open. */
export class EngineStopped extends Error {
  override readonly name = "EngineStopped";
  /** True for the request that took too long. */
  readonly isCulprit: boolean;

  constructor(isCulprit: boolean) {
    super("The engine was stopped.");
    this.isCulprit = isCulprit;
  }
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The built worker, also where this file is run as it is written. */
const WORKER = new URL(
  "dist/engine/worker.js",
  import.meta.resolve("@gopherwood/language-server/package.json"),
);

/** In milliseconds, for one request. The first reads the project as well. */
const TIME_LIMIT = 20_000;

/**
 * A thread with the core of a project. It answers one request after the other. If a rule hangs,
 * the thread is ended, and a new one goes on with the documents that are open.
 */
export class Engine {
  readonly #data: EngineData;
  readonly #timeLimit: number;
  /** The texts of the open documents, by path. */
  readonly #texts = new Map<string, string>();
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;
  #isCold = true;

  constructor(data: EngineData, timeLimit = TIME_LIMIT) {
    this.#data = data;
    this.#timeLimit = timeLimit;
    this.#start();
  }

  /** True before the first file was linted: the project is still to be read. */
  get isCold(): boolean {
    return this.#isCold;
  }

  /** Returns an engine for the same documents, which loads everything again. */
  renewed(): Engine {
    const engine = new Engine(this.#data, this.#timeLimit);
    engine.openDocumentsOf(this);
    return engine;
  }

  /** Opens the documents of another engine, with the texts that they have there. */
  openDocumentsOf(other: Engine): void {
    for (const [path, text] of other.#texts) {
      if (this.#texts.get(path) !== text) this.change(path, text);
    }
  }

  change(path: string, text: string): void {
    this.#texts.set(path, text);
    this.#tell("change", path, text);
  }

  close(path: string): void {
    this.#texts.delete(path);
    this.#tell("close", path);
  }

  filesChanged(paths: readonly string[]): void {
    this.#tell("filesChanged", paths);
  }

  /**
   * @throws {EngineError} If the thread could not do it.
   * @throws {EngineStopped} If it took too long, or the engine is stopped meanwhile.
   */
  async ask<Name extends MethodName>(
    method: Name,
    ...parameters: Parameters<EngineMethods[Name]>
  ): Promise<Awaited<ReturnType<EngineMethods[Name]>>> {
    const result = await new Promise<unknown>((resolve, reject) => {
      this.#post(method, parameters, { resolve, reject });
    });
    if (method === "lint") this.#isCold = false;
    return result as Awaited<ReturnType<EngineMethods[Name]>>;
  }

  /** Ends the thread, and the requests that are open. */
  stop(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
    clearTimeout(this.#timer);
    for (const { reject } of this.#pending.values()) reject(new EngineStopped(false));
    this.#pending.clear();
  }

  #start(): void {
    const worker = new Worker(WORKER, { workerData: this.#data });
    worker.on("message", (response: Response) => {
      if (worker === this.#worker) this.#receive(response);
    });
    worker.on("error", () => {
      if (worker === this.#worker) this.#restart();
    });
    this.#worker = worker;
    this.#isCold = true;
  }

  #restart(): void {
    this.stop();
    this.#start();
    for (const [path, text] of this.#texts) this.#tell("change", path, text);
  }

  #tell<Name extends MethodName>(
    method: Name,
    ...parameters: Parameters<EngineMethods[Name]>
  ): void {
    this.#post(method, parameters, { resolve: () => {}, reject: () => {} });
  }

  #post(method: MethodName, parameters: readonly unknown[], pending: Pending): void {
    if (!this.#worker) {
      pending.reject(new EngineStopped(false));
      return;
    }
    this.#lastId += 1;
    const request: Request = { id: this.#lastId, method, parameters };
    this.#pending.set(request.id, pending);
    if (this.#pending.size === 1) this.#watch();
    this.#worker.postMessage(request);
  }

  #receive(response: Response): void {
    const pending = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    clearTimeout(this.#timer);
    if (this.#pending.size > 0) this.#watch();
    if (response.ok) pending?.resolve(response.result);
    else pending?.reject(new EngineError(response.failure));
  }

  /** Gives the oldest request its time. */
  #watch(): void {
    this.#timer = setTimeout(() => {
      const [oldest] = this.#pending;
      if (!oldest) return;
      const [id, { reject }] = oldest;
      this.#pending.delete(id);
      reject(new EngineStopped(true));
      this.#restart();
    }, this.#timeLimit);
    this.#timer.unref();
  }
}
