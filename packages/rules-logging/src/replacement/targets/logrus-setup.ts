import {
  calleeOf,
  GoSourceCode,
  isCallTo,
  lineList,
  projectIndexOf,
  semanticsOf,
  SyntaxTree,
  type GoNode,
  type IndexedFile,
  type ProjectIndex,
  type SemanticModel,
} from "@gopherwood/core";
import { pathsOf } from "../../loggers/known-loggers.ts";
import { originOf } from "../../loggers/origin.ts";
import { isLogrus } from "../parse/logger-packages.ts";

const SETTERS = /^(?:SetLevel|SetFormatter|SetReportCaller|SetOutput|AddHook|ReplaceHooks)$/u;
/** A call without which a file sets nothing up: most files write records alone. */
const SETUP =
  /\b(?:Set(?:Default|Formatter|Level|Output|ReportCaller)|AddHook|ReplaceHooks|StandardLogger)\s*\(/u;
const FIELDS = /^(?:Level|Formatter|ReportCaller|Out|Hooks)$/u;

/** The setup of loggers in the files of one program. */
interface Setup {
  /** The files that set up the standard logger of logrus, and the lines that do. */
  readonly ofLogrus: readonly { readonly path: string; readonly lines: readonly number[] }[];
  /** True if a default logger of slog is set. */
  readonly ofSlog: boolean;
}

/** The setups of the modules of each project. */
const setups = new WeakMap<ProjectIndex, Map<string | null, Setup>>();

/**
 * Returns the reason for which slog writes other records than logrus in a program: level,
 * format or hooks are set for logrus and not for slog. Null if slog is set up as well, or
 * neither is.
 */
export function missingSetup(sourceCode: GoSourceCode): string | null {
  const { ofLogrus, ofSlog } = setupAround(sourceCode);
  const [first, ...others] = ofLogrus;
  if (!first || ofSlog) return null;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return `logrus is set up in ${first.path} (${lineList(first.lines)})${more}, and slog is not`;
}

/** Returns the setup in the module of a file; in the file alone if it is in no project. */
function setupAround(sourceCode: GoSourceCode): Setup {
  const index = sourceCode.path === "" ? null : projectIndexOf(sourceCode);
  const own = index?.fileAt(sourceCode.path);
  if (!index || !own) return setupIn([{ sourceCode, path: "this file" }]);
  const { moduleDirectory } = own.package;
  const ofModules = setups.get(index) ?? new Map<string | null, Setup>();
  setups.set(index, ofModules);
  let setup = ofModules.get(moduleDirectory);
  if (!setup) {
    setup = setupIn(filesWithLoggers(index, moduleDirectory, sourceCode));
    ofModules.set(moduleDirectory, setup);
  }
  return setup;
}

interface File {
  readonly sourceCode: GoSourceCode;
  /** The path as a report shows it. */
  readonly path: string;
}

/** Returns the files of a module that may set up logrus or slog, tests apart. */
function filesWithLoggers(
  index: ProjectIndex,
  moduleDirectory: string | null,
  { files }: GoSourceCode,
): File[] {
  const importing = [...pathsOf("logrus"), ...pathsOf("slog")].flatMap((path) =>
    index.filesImporting(path),
  );
  const isInModule = ({ isTest, package: { moduleDirectory: directory } }: IndexedFile) =>
    !isTest && directory === moduleDirectory;
  const root = `${moduleDirectory ?? index.root}/`;
  return [...new Set(importing.filter(isInModule))].map(({ path }) => ({
    sourceCode: new GoSourceCode(
      SyntaxTree.parse(files.readText(path) ?? ""),
      {},
      { path, files },
    ),
    path: path.startsWith(root) ? path.slice(root.length) : path,
  }));
}

function setupIn(files: readonly File[]): Setup {
  const ofLogrus: { path: string; lines: number[] }[] = [];
  let ofSlog = false;
  for (const { sourceCode, path } of files) {
    if (!SETUP.test(sourceCode.text)) continue;
    const semantics = semanticsOf(sourceCode);
    const { tree } = sourceCode;
    const nodes = tree.nodesOfKind(["call_expression", "assignment_statement"]);
    const lines = nodes
      .filter((node) => setsUpLogrus(node, semantics))
      .map(({ loc }) => loc.start.line);
    if (lines.length > 0) ofLogrus.push({ path, lines });
    ofSlog ||= tree
      .nodesOfKind(["call_expression"])
      .some((call) => isCallTo(call, "log/slog.SetDefault", semantics));
  }
  return { ofLogrus, ofSlog };
}

/** Returns true for `logrus.SetLevel(level)`, and the same of its standard logger. */
function setsUpLogrus(node: GoNode, semantics: SemanticModel): boolean {
  if (node.kind === "assignment_statement") {
    return node.left.namedChildren.some(
      (target) =>
        target.kind === "selector_expression" &&
        FIELDS.test(target.field.text) &&
        isStandardLogger(target.operand, semantics),
    );
  }
  if (node.kind !== "call_expression") return false;
  const callee = calleeOf(node, semantics);
  if (!SETTERS.test(callee.name)) return false;
  if (callee.kind === "function") return isLogrus(callee.importPath);
  return callee.operand !== null && isStandardLogger(callee.operand, semantics);
}

function isStandardLogger(logger: GoNode, semantics: SemanticModel): boolean {
  const origin = originOf(logger, semantics, isLogrus);
  return (
    origin.kind === "package" && origin.name === "StandardLogger" && isLogrus(origin.importPath)
  );
}
