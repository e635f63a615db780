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

export default [...migratekit, { settings: { gopherwood: { systems, assessment } } }];
