/** The options of the rule for which slog takes the place of other loggers. */
export const options: [object] = [
  { loggers: ["logrus", "log"], approaches: [], replacement: ["slog"], mains: true },
];

export const LOGRUS = 'log "github.com/sirupsen/logrus"';

/** Returns a file with these imports and this body. */
export const file = (imports: readonly string[], body: string, parameters = "") => {
  const clause =
    imports.length === 1
      ? `import ${imports[0]}`
      : `import (\n${imports.map((line) => `\t${line}\n`).join("")})`;
  return `package p\n\n${clause}\n\nfunc f(${parameters}) {\n\t${body.replaceAll("\n", "\n\t")}\n}\n`;
};

export type Place = readonly [line: number, column: number];

/** Returns the errors of direct calls at some places; by default at the body's start. */
export const direct = (places: readonly Place[] = [[6, 2]]) =>
  places.map(([line, column]) => ({ messageId: "direct" as const, line, column }));

/** A call of a logger, and what the fix or the suggestion makes of it. */
export interface SlogCase {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Of the new file; by default slog alone. */
  readonly imports?: readonly string[];
  readonly parameters?: string;
  readonly places?: readonly Place[];
}
