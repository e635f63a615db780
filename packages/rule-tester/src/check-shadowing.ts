import { contains, enclosingFunction } from "@gopherwood/core";
import type { Linter } from "eslint";
import { codeFrame } from "./code-frame.ts";
import type { LintOutcome } from "./engine.ts";
import { markOfMessage, RuleTestError } from "./failure.ts";
import { lintAgain, type FileToLint } from "./lint-case.ts";
import { edited, fileModel, type Edit, type FileModel } from "./file-model.ts";
import type { Subject } from "./subject.ts";

/** A message that begins with the name of an import, in the body of a function. */
interface ReportedUse {
  readonly message: Linter.LintMessage;
  readonly name: string;
  /** The offset behind the brace that opens the body. */
  readonly start: number;
}

/**
 * Checks that a rule does not report a package where a local variable hides it. Messages that
 * another package of the same name gets as well are not about the package.
 *
 * @throws {RuleTestError} If it does.
 */
export function assertShadowing(
  subject: Subject,
  file: FileToLint,
  { messages }: LintOutcome,
): void {
  const model = fileModel(file.text, file.filename);
  const uses = messages.flatMap((message) => reportedUse(model, message) ?? []);
  if (uses.length === 0) return;
  const shadowed = withLocals(model, uses);
  const found = lintAgain(subject, file, shadowed);
  const kept = uses.filter(({ message }) => isIn(found.messages, message));
  const wrong = kept.find(({ message, name }) => {
    const other = lintAgain(subject, file, withOtherPackage(model, name));
    return !isIn(other.messages, message);
  });
  if (!wrong) return;
  throw new RuleTestError(
    `The rule takes '${wrong.name}' for the package where a local variable hides it:\n\n` +
      codeFrame(shadowed, found.messages.map(markOfMessage)),
  );
}

function reportedUse(
  { tree, semantics }: FileModel,
  message: Linter.LintMessage,
): ReportedUse | null {
  const offset = tree.offsetOf(message);
  const node = tree.nodeAt(offset);
  if (node.range[0] !== offset || !semantics.importOf(node)) return null;
  const body = enclosingFunction(node)?.body;
  if (!body || !contains(body, node)) return null;
  return { message, name: node.text, start: body.range[0] + 1 };
}

/** Declares a local variable of the name of each use, at the start of the function around it. */
function withLocals({ tree }: FileModel, uses: readonly ReportedUse[]): string {
  const edits = new Map<string, Edit>();
  for (const { name, start } of uses) {
    edits.set(`${start} ${name}`, { range: [start, start], text: ` var ${name} struct{};` });
  }
  return edited(tree.text, [...edits.values()]);
}

/** Imports another package by a name. */
function withOtherPackage({ tree, semantics }: FileModel, name: string): string {
  const imports = semantics.imports.filter((entry) => entry.name === name);
  const text = `${name} "example.com/other/one"`;
  return edited(
    tree.text,
    imports.map(({ node: { range } }) => ({ range, text })),
  );
}

function isIn(messages: readonly Linter.LintMessage[], message: Linter.LintMessage): boolean {
  return messages.some(
    ({ line, messageId }) => line === message.line && messageId === message.messageId,
  );
}
