/** A step of a guide: a file to write, a command to run, or what the last command prints. */
export type Step = { readonly title: string } & (
  | { readonly kind: "file"; readonly path: string; readonly text: string }
  | { readonly kind: "command"; readonly command: string }
  | { readonly kind: "output"; readonly text: string }
);

/** A block of code, with the path of a file before it if it has one. */
const BLOCK =
  /(?:^`(?<path>[^`\n]+)`:\n\n)?^(?<fence>`{3,})(?<language>\w+)\n(?<text>[^]*?)^\k<fence>$/gmu;

/** Returns the steps of a guide, in their order. */
export function readSteps(guide: string): Step[] {
  return [...guide.matchAll(BLOCK)].flatMap((match): Step[] => {
    const { path, language, text = "" } = match.groups ?? {};
    if (path !== undefined) return [{ kind: "file", title: `write ${path}`, path, text }];
    if (language === "text") return [{ kind: "output", title: "read what it prints", text }];
    if (language !== "sh") return [];
    const commands = text.trimEnd().split("\n");
    return commands.map((command) => ({ kind: "command", title: command, command }));
  });
}
