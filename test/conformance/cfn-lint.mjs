// cfn-lint in a Python environment of its own: https://github.com/aws-cloudformation/cfn-lint
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const version = "1.58.0";
const isWindows = process.platform === "win32";

/** `{ command, version }`, or `{ missing }` with what keeps cfn-lint from being here. */
export function installCfnLint(cache) {
  const home = join(cache, `cfn-lint-${version}`);
  const bin = join(home, isWindows ? "Scripts" : "bin");
  const command = join(bin, isWindows ? "cfn-lint.exe" : "cfn-lint");
  if (existsSync(command)) return { command, version };
  mkdirSync(cache, { recursive: true });
  const missing =
    step("Python 3 with venv", isWindows ? "python" : "python3", ["-m", "venv", home]) ??
    step(`cfn-lint ${version} from the package index`, join(bin, "python"), [
      ...[
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--retries",
        "1",
        "--timeout",
        "15",
      ],
      `cfn-lint==${version}`,
    ]);
  if (missing === undefined) return { command, version };
  rmSync(home, { recursive: true, force: true });
  return { missing };
}

/** All templates in one process: it takes two seconds to start, and milliseconds for each further template. */
export function lint(command, files, cwd) {
  const args = ["--format", "json", "--include-checks", "I", "--", ...files];
  const result = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  try {
    return { findings: JSON.parse(result.stdout).map(toFinding) };
  } catch {
    return { failure: lastLine(result.error?.message ?? (result.stderr || `exit code ${result.status}`)) };
  }
}

function toFinding({ Rule, Level, Filename, Location, Message }) {
  return {
    rule: Rule.Id,
    level: Level,
    file: Filename,
    path: (Location.Path ?? []).join("."),
    message: Message,
  };
}

/** Undefined when it went well, else what is missing and why. */
function step(what, command, args) {
  const { status, error, stderr } = spawnSync(command, args, { encoding: "utf8", timeout: 300_000 });
  if (status === 0) return undefined;
  return `${what} is not available (${lastLine(error?.message ?? stderr)})`;
}

function lastLine(text) {
  return text.trim().split("\n").at(-1);
}
