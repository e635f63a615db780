// Generated from src/rules by 'npm run generate'. Do not edit.

import awaitVolumeOperation from "./rules/await-volume-operation.ts";
import noDaemonTableWrites from "./rules/no-daemon-table-writes.ts";
import noDirectVolumeOperations from "./rules/no-direct-volume-operations.ts";
import noHardcodedDaemonAddress from "./rules/no-hardcoded-daemon-address.ts";
import noRawDaemonRequests from "./rules/no-raw-daemon-requests.ts";
import noStorageSdkImport from "./rules/no-storage-sdk-import.ts";

/** The rules of this pack, by name. */
export const rules = {
  "await-volume-operation": awaitVolumeOperation,
  "no-daemon-table-writes": noDaemonTableWrites,
  "no-direct-volume-operations": noDirectVolumeOperations,
  "no-hardcoded-daemon-address": noHardcodedDaemonAddress,
  "no-raw-daemon-requests": noRawDaemonRequests,
  "no-storage-sdk-import": noStorageSdkImport,
};
