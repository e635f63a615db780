/** What the command prints, for other front ends of the engine. */
export { formatDiff } from "./diff.ts";
export { agentFinding } from "./formatters/agent.ts";
export { formatReport } from "./formatters/report.ts";
export { formatProblem } from "./problems.ts";
export { counted, oneLine, printableLines, showPath } from "./text.ts";
export { today } from "./today.ts";
