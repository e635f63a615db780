/** The texts that the command prints, for other front ends of the engine. */
export { printTree } from "./ast/print-tree.ts";
export { rangeOfLines, sourceCodeOf } from "./ast/source-code.ts";
export { formatDiff } from "./diff.ts";
export { agentFinding, summarise } from "./formatters/agent.ts";
export { formatReport } from "./formatters/report.ts";
export { formatProblem } from "./problems.ts";
export { counted, oneLine, printableLines, showPath } from "./text.ts";
export { today } from "./today.ts";
