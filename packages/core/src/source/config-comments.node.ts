import type { ConfigCommentParser } from "@eslint/plugin-kit";
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
let parser: ConfigCommentParser | undefined;

/** Returns ESLint's parser of directives and configs in comments, which few runs need to load. */
export function commentParser(): ConfigCommentParser {
  if (!parser) {
    const kit = load("@eslint/plugin-kit") as typeof import("@eslint/plugin-kit");
    parser = new kit.ConfigCommentParser();
  }
  return parser;
}
