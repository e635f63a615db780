import { STRING_HOLE } from "@gopherwood/core";

/** The parts of an address that say where it leads; each may hold `STRING_HOLE`. */
export interface Address {
  /** `localhost:8090`; empty for a path alone. */
  readonly authority: string;
  /** From the first slash on, without query; empty if there is none. */
  readonly path: string;
}

/** Returns the parts of `http://user@host:port/path?query`, with or without scheme. */
export function readAddress(text: string): Address {
  const [, authority = "", path = ""] =
    /^\s*(?:[a-z][a-z\d+.-]*:\/\/)?([^/?#]*)([^?#]*)/iu.exec(text) ?? [];
  return { authority: authority.replace(/^.*@/u, "").toLowerCase(), path };
}

/** Returns true for a text that names a host: `http://host`, `unix:///path`, `host:port`. */
export function namesHost(text: string): boolean {
  const [, host, rest = ""] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)/isu.exec(text) ?? [];
  // The port may be filled in later; the host may not.
  if (host) return !host.replace(/:[^:\]]*$/u, "").includes(STRING_HOLE);
  if (host === "") return rest.length > 1 && !rest.startsWith(`/${STRING_HOLE}`);
  return /^(?:[a-z\d][a-z\d.-]*|\[[\da-f:.]+\]):(?:\d+|\uFFFC)(?=$|\/)/iu.test(text);
}
