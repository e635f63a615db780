import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { LanguageServer } from "./server.ts";

/** Serves the editor that started the process, by `--stdio` or another way of its choice. */
const connection = createConnection(ProposedFeatures.all);
new LanguageServer(connection).listen();

// A request that the client refuses is no reason to end.
process.on("unhandledRejection", (error) => {
  connection.console.error(String(error));
});
