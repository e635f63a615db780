import { migratekit } from "@gopherwood/config";

const systems = [
  {
    name: "Enhanced Failover System",
    group: "failover",
    status: "active",
    note: "Production system, actively used",
    files: ["source/current/oma/failover/**"],
    documentation: ["docs/failover/**"],
  },
  {
    name: "Original Failover System",
    group: "failover",
    status: "deprecated",
    since: "2025-09-03",
    note: "DO NOT USE",
    files: ["archive/deprecated-failover-2025-09-03/**"],
  },
  {
    name: "Internal Failover Copies",
    group: "failover",
    status: "deprecated",
    note: "Left behind when the enhanced system moved",
    files: ["source/current/migratekit/internal/oma/failover/**"],
  },
];

const assessment = {
  title: "Failover Systems Assessment: Project Rule Compliance",
  purpose:
    "Assess the failover systems for project rule violations before the next phase of work",
};

const oma = "source/current/oma";

const boundaries = {
  groups: [
    { name: "failover", packages: [`${oma}/failover`] },
    { name: "workflows", packages: [`${oma}/workflows`] },
    {
      name: "services",
      packages: ["common", "database", "joblog", "logging", "ossea"].map(
        (name) => `${oma}/${name}`,
      ),
    },
  ],
  boundaries: [
    { from: "failover", allow: ["services"], reason: "A failover stands on services alone." },
    { from: "services", allow: [], reason: "Services know nobody that they serve." },
  ],
};

export default [
  ...migratekit,
  {
    files: ["**/*.go"],
    rules: { "architecture/require-package-boundaries": ["error", boundaries] },
    settings: { gopherwood: { systems, assessment } },
  },
];
