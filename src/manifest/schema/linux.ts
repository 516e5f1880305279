import type { Schema } from "./fields.js";
import { block, define, either, field, flag, list, mapOf, oneOf, required, text, whole } from "./fields.js";
import { mountPathPattern, sysctlPattern } from "./patterns.js";
import { duration, scalar, sized } from "./values.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html */
export const restart: Schema = define(
  "Restart",
  either(
    "true, false, or a map of ignoredExitCodes and attemptPeriod",
    flag(),
    block({
      ignoredExitCodes: field(
        "Exit codes after which the container stays ended.",
        list(whole(0, 255), "a list of 1 to 50 exit codes", 1, 50),
        [0],
      ),
      attemptPeriod: field(
        "Time that the container must have run to be started again, 60s to 1800s.",
        duration("300s"),
        "180s",
      ),
    }),
  ),
);

const capability = (): Schema =>
  oneOf(
    ...["ALL", "AUDIT_CONTROL", "AUDIT_WRITE", "BLOCK_SUSPEND", "CHOWN", "DAC_OVERRIDE"],
    ...["DAC_READ_SEARCH", "FOWNER", "FSETID", "IPC_LOCK", "IPC_OWNER", "KILL", "LEASE", "LINUX_IMMUTABLE"],
    ...["MAC_ADMIN", "MAC_OVERRIDE", "MKNOD", "NET_ADMIN", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_RAW"],
    ...["SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_ADMIN", "SYS_BOOT", "SYS_CHROOT", "SYS_MODULE"],
    ...["SYS_NICE", "SYS_PACCT", "SYS_PTRACE", "SYS_RAWIO", "SYS_RESOURCE", "SYS_TIME"],
    ...["SYS_TTY_CONFIG", "SYSLOG", "WAKE_ALARM"],
  );

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html */
export const capabilities: Schema = define(
  "Capabilities",
  block({
    add: field("Fargate adds SYS_PTRACE and no other.", list(capability(), "a list of capabilities", 1), [
      "SYS_PTRACE",
    ]),
    drop: field("Any of those that a container has.", list(capability(), "a list of capabilities", 1), [
      "ALL",
    ]),
  }),
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html */
export const sysctls: Schema = mapOf(
  sysctlPattern,
  "a kernel parameter such as net.core.somaxconn",
  scalar(),
  "a map of kernel parameters to values",
);

const mebibytes = (): Schema =>
  sized("a size in MiB such as 64, or a text such as 64 MB", /^\d+(?:\.\d+)? ?[MG]i?B$/);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html */
export const tmpfs: Schema = mapOf(
  mountPathPattern,
  "an absolute path such as /run",
  define(
    "Tmpfs",
    either(
      "a size in MiB such as 64, or a map of size and options",
      mebibytes(),
      block({
        size: required("The most that it may hold.", mebibytes(), 64, "64 MB"),
        options: field(
          "Options of the mount.",
          list(
            text("an option such as noexec", /^[a-z_]+(?:=[A-Za-z0-9%]+)?$/),
            "a list of options such as noexec",
            1,
          ),
          ["noexec", "nosuid"],
        ),
      }),
    ),
  ),
  "a map of paths to sizes",
);
