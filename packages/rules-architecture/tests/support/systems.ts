export const enhanced = {
  name: "Enhanced Failover System",
  group: "failover",
  status: "active",
  files: ["oma/failover/**"],
};
export const original = {
  name: "Original Failover System",
  group: "failover",
  status: "deprecated",
  since: "2025-09-03",
  note: "DO NOT USE",
  files: ["archive/**"],
};
export const settingsOf = (...systems: object[]) => ({ gopherwood: { systems } });
export const settings = settingsOf(enhanced, original);

export const OLD = "example.com/app/archive";
export const NEW = "example.com/app/oma/failover";
export const module = (files: Record<string, string> = {}) => ({
  "go.mod": "module example.com/app\n",
  "oma/failover/engine.go": "package failover\n",
  "archive/test_failover.go": "package archive\n",
  ...files,
});
export const importing = (path: string, name = "") =>
  `package api\n\nimport ${name}"${path}"\n\nvar _ = 1\n`;
