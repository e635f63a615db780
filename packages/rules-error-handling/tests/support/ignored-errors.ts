const IMPORTS = [
  "bytes",
  "compress/gzip",
  "context",
  "encoding/binary",
  "encoding/csv",
  "fmt",
  "hash",
  "io",
  "math/rand",
  "net/http",
  "os",
  "regexp",
  "strconv",
  "strings",
  "text/tabwriter",
  "text/template",
];

/** Returns a file that imports what the body uses. */
export function go(body: string, signature = "f()"): string {
  const used = IMPORTS.filter((path) =>
    new RegExp(`\\b${path.slice(path.lastIndexOf("/") + 1)}\\.`, "u").test(body + signature),
  );
  const imports = used.map((path) => `import "${path}"\n`).join("");
  return `package p\n\n${imports}\nfunc ${signature} {\n\t${body}\n}\n\nfunc fail() error { return nil }\n\nfunc two() (int, error) { return 0, nil }\n\ntype closer struct{}\n\nfunc (closer) Close() error { return nil }\n`;
}

/** Returns a judged site, with its reason if one is given. */
export const site = (
  verdict: "compliant" | "exempt" | "undecided",
  reason?: string | RegExp,
) => ({
  verdict,
  ...(reason === undefined ? {} : { reason }),
});

/** Returns a valid case whose only site is exempt. */
export const exempt = (name: string, body: string, reason: string, signature?: string) => ({
  name,
  code: go(body, signature),
  sites: [site("exempt", reason)],
});
