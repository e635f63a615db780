import { spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { LanguageServer } from "../src/server.ts";

const SERVER = fileURLToPath(new URL("../bin/gopherwood-language-server.js", import.meta.url));

/** A server that one client speaks to. */
export interface Server {
  /** The client's end. */
  readonly connection: ProtocolConnection;
  end(): Promise<void>;
}

/** A server of the sources, in this process. */
export class SourceServer implements Server {
  readonly connection: ProtocolConnection;

  constructor() {
    const [requests, answers] = [new PassThrough(), new PassThrough()];
    // Given streams, the connection ends the process when one of them ends.
    const reader = new StreamMessageReader(requests);
    const writer = new StreamMessageWriter(answers);
    new LanguageServer(createConnection(ProposedFeatures.all, reader, writer)).listen();
    this.connection = connectionOver(answers, requests);
  }

  async end(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    this.connection.dispose();
  }
}

/** The built server, in a process of its own. */
export class BuiltServer implements Server {
  readonly process = spawn(process.execPath, [SERVER, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  readonly connection = connectionOver(this.process.stdout, this.process.stdin);

  async end(): Promise<void> {
    const exit = once(this.process, "exit");
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    await exit;
    this.connection.dispose();
  }
}

function connectionOver(answers: Readable, requests: Writable): ProtocolConnection {
  return createProtocolConnection(
    new StreamMessageReader(answers),
    new StreamMessageWriter(requests),
  );
}
