/** The approaches of a team that logs through JobLog. */
export const JOBLOG = [
  {
    name: "joblog",
    types: ["joblog.Tracker"],
    methods: ["StartJob", "RunStep", "EndJob"],
    loggers: ["Logger"],
  },
  {
    name: "operation-logger",
    functions: ["logging.NewOperationLogger"],
    types: ["logging.OperationLogger", "logging.OperationContext"],
  },
];
