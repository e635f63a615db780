/** The thread in which a project's own core lints its documents. */
import { parentPort, workerData } from "node:worker_threads";
import type { LintedText, OpenDocuments } from "@gopherwood/core/documents";
import { importedFiles } from "./config-imports.ts";
import { lintedDocument, type LintedDocument } from "./linted-document.ts";
import type { EngineMethods, Request, Response } from "./messages.ts";

/** The data of a new thread. */
export interface EngineData {
  /** The address of the module `@gopherwood/core/documents`. */
  readonly core: string;
  /** The working directory of the rules. */
  readonly cwd: string;
}

const { core, cwd } = workerData as EngineData;
const module = import(core) as Promise<{ OpenDocuments: new (cwd: string) => OpenDocuments }>;
const opened = module.then(({ OpenDocuments }) => new OpenDocuments(cwd));

const methods: EngineMethods = {
  async change(path, text) {
    (await opened).change(path, text);
  },
  async close(path) {
    (await opened).close(path);
  },
  async filesChanged(paths) {
    (await opened).filesChanged(paths);
  },
  changesAt: async (...parameters) => (await opened).changesAt(...parameters),
  configFiles: async () => importedFiles((await opened).configFiles),
  filesIn: async (directory) => (await opened).filesIn(directory),
  fix: async (...parameters) => (await opened).fix(...parameters),
  rulePage: async (...parameters) => (await opened).rulePage(...parameters),
  lint: (path) => linted(path, (documents) => documents.lint(path)),
  lintWithin: (path, reach) => linted(path, (documents) => documents.lintWithin(path, reach)),
  lintWhileTyping: (path) => linted(path, (documents) => documents.lintWhileTyping(path)),
};

async function linted(
  path: string,
  lint: (documents: OpenDocuments) => Promise<LintedText | null>,
): Promise<LintedDocument | null> {
  const documents = await opened;
  const file = await lint(documents);
  return file && (await lintedDocument(path, file, documents));
}

async function answer({ id, method, parameters }: Request): Promise<Response> {
  try {
    const all: Record<string, (...given: never[]) => Promise<unknown>> = methods;
    return { id, ok: true, result: await all[method]?.(...(parameters as never[])) };
  } catch (error) {
    const { name = "Error", message = String(error) } = (error ?? {}) as Partial<Error>;
    return { id, ok: false, failure: { name, message } };
  }
}

let last: Promise<void> = Promise.resolve();

// One request after the other: a document must not change while it is linted.
parentPort?.on("message", (request: Request) => {
  last = last.then(async () => parentPort?.postMessage(await answer(request)));
});
