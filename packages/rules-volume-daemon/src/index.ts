import { definePack } from "@gopherwood/core";
import awaitVolumeOperation from "./rules/await-volume-operation.ts";
import noDaemonTableWrites from "./rules/no-daemon-table-writes.ts";
import noDirectVolumeOperations from "./rules/no-direct-volume-operations.ts";
import noHardcodedDaemonAddress from "./rules/no-hardcoded-daemon-address.ts";
import noRawDaemonRequests from "./rules/no-raw-daemon-requests.ts";
import noStorageSdkImport from "./rules/no-storage-sdk-import.ts";

/** Rules that keep volume operations in the Volume Daemon. */
export default definePack({
  name: "@gopherwood/rules-volume-daemon",
  namespace: "volume-daemon",
  version: "0.1.0",
  rules: {
    "await-volume-operation": awaitVolumeOperation,
    "no-daemon-table-writes": noDaemonTableWrites,
    "no-direct-volume-operations": noDirectVolumeOperations,
    "no-hardcoded-daemon-address": noHardcodedDaemonAddress,
    "no-raw-daemon-requests": noRawDaemonRequests,
    "no-storage-sdk-import": noStorageSdkImport,
  },
  recommended: {
    "no-direct-volume-operations": "error",
  },
});
