import { objectOf, objectsOf, textsOf, type Values } from "./golangci-config.ts";
import { alternativesOf, ANY } from "./patterns.ts";
import type { Restriction, Translate, Translation } from "./translation.ts";

const NO_REASON = "it is forbidden here";

/** The default of forbidigo. */
const PRINTS = ["^(fmt\\.Print(|f|ln)|print|println)$"];

/** Translates forbidigo: patterns for names become the names of functions, and builtins calls. */
export const forbidigo: Translate = (settings) => {
  const forbid = (settings["forbid"] ?? PRINTS) as unknown[];
  const exempt =
    settings["exclude-godoc-examples"] === false
      ? {}
      : {
          exempt: [{ files: ["**/*_test.go"], functions: ["Example*"], reason: "an example" }],
        };
  const calls: Restriction[] = [];
  const syntax: Restriction[] = [];
  const missing: string[] = [];
  for (const entry of Array.isArray(forbid) ? forbid : []) {
    const { pattern, pkg, message } = forbidden(entry);
    const names = namesOf(pattern, pkg);
    if (!names) {
      missing.push(`forbidigo's pattern ${pattern}`);
      continue;
    }
    const functions = names.filter((name) => name.includes("."));
    if (functions.length > 0) calls.push({ functions, message, ...exempt });
    for (const name of names.filter((one) => !one.includes("."))) {
      syntax.push({ pattern: `${name}($*_)`, message, ...exempt });
    }
  }
  return {
    restrictions: { "go/restricted-calls": calls, "go/restricted-syntax": syntax },
    missing,
  };
};

interface Forbidden {
  readonly pattern: string;
  readonly pkg: string | null;
  readonly message: string;
}

function forbidden(entry: unknown): Forbidden {
  const { pattern, p, pkg, msg } = objectOf(
    typeof entry === "string" ? { pattern: entry } : entry,
  );
  // A comment at the end of a pattern is its message.
  const text = typeof pattern === "string" ? pattern : typeof p === "string" ? p : "";
  const [, written = text, comment = ""] = /^(.*)\(#\s*(.*)\)\$?$/u.exec(text) ?? [];
  const message = typeof msg === "string" ? msg : comment;
  return {
    pattern: written,
    pkg: typeof pkg === "string" ? pkg : null,
    message: sentence(message) || NO_REASON,
  };
}

/** The functions of the universe, which no package declares. */
const BUILTINS = new Set(
  (
    "append cap clear close complex copy delete imag len make max min new panic print println " +
    "real recover"
  ).split(" "),
);

/** Returns the names that a pattern of forbidigo means, or null if it means other code. */
function namesOf(pattern: string, pkg: string | null): string[] | null {
  // Of the pattern of a call the name is enough.
  const texts = alternativesOf(pattern.replace(/\\\(.*$/u, "$"));
  const paths = pkg === null ? null : alternativesOf(pkg);
  if (!texts || (pkg !== null && !paths)) return null;
  const names: string[] = [];
  for (const text of texts) {
    // The start of a name is a package's or a value's.
    const name = text.replace(/^\0/u, "").replaceAll(ANY, "*");
    const [, owner = null, own = name] = /^(\w+(?:\.\w+)?)\.(\w*\*?)$/u.exec(name) ?? [];
    if (owner === null) {
      if (!BUILTINS.has(own.replace(/\*$/u, "")) || pkg !== null) return null;
      names.push(own.replace(/\*$/u, ""));
    } else if (paths) {
      for (const path of paths) {
        if (path.replaceAll(/^\0|\0$/gu, "").includes(ANY)) return null;
        const [, type = ""] = owner.split(".");
        const whole = path.replaceAll(ANY, "");
        names.push([whole, type, own].filter(Boolean).join("."));
      }
    } else names.push(`${owner}.${own}`);
  }
  return [...new Set(names)];
}

/** Translates depguard: what its lists deny is a restricted import. */
export const depguard: Translate = (settings) => {
  const missing: string[] = [];
  const imports: Restriction[] = [];
  for (const [name, values] of Object.entries(objectOf(settings["rules"]))) {
    const rule = objectOf(values);
    const { files, exempt, unknown } = filesOf(textsOf(rule["files"]));
    if (unknown.length > 0) {
      missing.push(`'files: ${unknown.join(", ")}' of depguard's rule '${name}'`);
    }
    const scope = { ...files, ...exempt };
    const allowed = textsOf(rule["allow"]).map(importGlob);
    const mode = rule["list-mode"];
    const denied = Array.isArray(rule["deny"])
      ? objectsOf(rule["deny"]).map(({ pkg, desc }) => ({
          pkg: String(pkg),
          desc: textOf(desc),
        }))
      : Object.entries(objectOf(rule["deny"])).map(([pkg, desc]) => ({
          pkg,
          desc: textOf(desc),
        }));
    for (const { pkg, desc } of denied) {
      imports.push({
        imports: [importGlob(pkg)],
        ...(allowed.length > 0 && mode === "lax" && { except: allowed }),
        message: sentence(desc) || NO_REASON,
        ...scope,
      });
    }
    if (allowed.length > 0 && mode !== "lax") {
      imports.push({
        imports: ["**"],
        except: allowed,
        message: `it is not in the list '${name}' of allowed imports`,
        ...scope,
      });
    }
  }
  return { restrictions: { "go/restricted-imports": imports }, missing };
};

/** The standard library: paths whose first part has no dot. */
const STANDARD = "!(*.*)/**";

/** Returns the glob for a prefix of import paths, or for a path before `$`. */
function importGlob(prefix: string): string {
  if (prefix === "$gostd") return STANDARD;
  if (prefix.endsWith("$")) return prefix.slice(0, -1);
  // Of "a/" the package a itself is no part.
  return prefix.endsWith("/") ? `${prefix}*/**` : `${prefix}/**`;
}

interface DepguardFiles {
  readonly files: { readonly files?: readonly string[] };
  readonly exempt: { readonly exempt?: readonly Values[] };
  readonly unknown: readonly string[];
}

const TESTS = "**/*_test.go";

function filesOf(patterns: readonly string[]): DepguardFiles {
  const expand = (pattern: string) => (pattern === "$test" ? TESTS : pattern);
  const unknown = patterns.filter((pattern) => /^!?\$(?!all$|test$)/u.test(pattern));
  const known = patterns.filter((pattern) => !unknown.includes(pattern));
  const files = known.filter((pattern) => !/^(?:!|\$all$)/u.test(pattern)).map(expand);
  const others = known
    .filter((pattern) => pattern.startsWith("!"))
    .map((pattern) => expand(pattern.slice(1)));
  return {
    files: files.length > 0 ? { files } : {},
    exempt:
      others.length > 0 ? { exempt: [{ files: others, reason: "not in its 'files'" }] } : {},
    unknown,
  };
}

/** Translates gomodguard: an import of a blocked module is a restricted import. */
export const gomodguard: Translate = (settings): Translation => {
  const blocked = objectOf(settings["blocked"]);
  const imports = objectsOf(blocked["modules"]).flatMap((module) =>
    Object.entries(module).map(([path, values]) => {
      const { recommendations, reason } = objectOf(values);
      const instead = textsOf(recommendations).join(" or ");
      const parts = [
        instead === "" ? "" : instead.replace(/^(?!use )/iu, "use "),
        sentence(textOf(reason)),
      ];
      return {
        imports: [`${path.trim()}/**`],
        message: parts.filter(Boolean).join("; ") || NO_REASON,
      };
    }),
  );
  const missing = ["allowed", "blocked.versions", "blocked.local_replace_directives"].filter(
    (key) => {
      const [first = "", second] = key.split(".");
      const value = objectOf(settings[first])[second ?? "modules"];
      return Array.isArray(value) ? value.length > 0 : value === true;
    },
  );
  return {
    restrictions: { "go/restricted-imports": imports },
    missing: missing.map((key) => `gomodguard's '${key}', which is about go.mod`),
  };
};

/** Returns a text as what follows a colon: on one line, without a stop at its end. */
function sentence(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim().replace(/\.$/u, "");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
