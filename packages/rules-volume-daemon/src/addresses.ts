import { STRING_HOLE } from "@gopherwood/core";

/** Where an address leads; any part may hold `UNKNOWN_TEXT`. */
export interface Address {
  /** `localhost:8090`; empty for a path alone. */
  readonly authority: string;
  /** From the first slash on, without query; empty if there is none. */
  readonly path: string;
}

/** Reads `http://user@host:port/path?query`, with or without scheme. */
export function readAddress(text: string): Address {
  const [, authority = "", path = ""] =
    /^\s*(?:[a-z][a-z\d+.-]*:\/\/)?([^/?#]*)([^?#]*)/iu.exec(text) ?? [];
  return { authority: authority.replace(/^.*@/u, "").toLowerCase(), path };
}

/** True for a text that says where a server is: `http://host`, `unix:///path`, `host:port`. */
export function namesHost(text: string): boolean {
  const [, host, rest = ""] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)/isu.exec(text) ?? [];
  // The port may be told later; the host may not.
  if (host) return !host.replace(/:[^:\]]*$/u, "").includes(STRING_HOLE);
  if (host === "") return rest.length > 1 && !rest.startsWith(`/${STRING_HOLE}`);
  return /^(?:[a-z\d][a-z\d.-]*|\[[\da-f:.]+\]):(?:\d+|\uFFFC)(?=$|\/)/iu.test(text);
}
