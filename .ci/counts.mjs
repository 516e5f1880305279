// Prints "N passed, N failed" from a vitest JSON report. A test file that cannot be loaded counts as one failure.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const broken = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some((result) => result.status === "failed"),
);
console.log(`${report.numPassedTests} passed, ${report.numFailedTests + broken.length} failed`);
