import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import { type JobSchedule, parseManifest } from "../../src/manifest/index.js";

function read(schedule: string): {
  readonly schedule?: JobSchedule | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const text = `application: shop\njobs:\n  nightly:\n    image: nginx\n    schedule: ${schedule}\n`;
  const { manifest, diagnostics } = parseManifest({ file: "longshore.yaml", text }, {});
  return { schedule: manifest?.jobs?.["nightly"]?.schedule, diagnostics };
}

describe("cron", () => {
  it.each([
    ["0 3 * * *", "0 3 * * ? *"],
    ["*/15 * * * *", "0/15 * * * ? *"],
    ["10-59/5 * * * *", "10/5 * * * ? *"],
    ["0-30/10 * * * *", "0,10,20,30 * * * ? *"],
    ["5/20 * * * *", "5/20 * * * ? *"],
    ["0 0 1,15 * *", "0 0 1,15 * ? *"],
    ["0 0 */2 * *", "0 0 1/2 * ? *"],
    ["0 0 * 1-3,DEC *", "0 0 * 1-3,12 ? *"],
    ["0 9-17 * * 1-5", "0 9-17 ? * MON-FRI *"],
    ["0 0 * * 0", "0 0 ? * SUN *"],
    ["0 0 * * 7", "0 0 ? * SUN *"],
    ["0 0 * * 5-7", "0 0 ? * SUN,FRI,SAT *"],
    ["0 0 * * sat,Mon", "0 0 ? * MON,SAT *"],
    ["0 0 * * */2", "0 0 ? * SUN,TUE,THU,SAT *"],
    ["0 0 * * 1-7", "0 0 * * ? *"],
    ["0 0 1-31 * 1", "0 0 ? * MON *"],
    ["0-59 0-23 * * *", "* * * * ? *"],
    ["0 0 29 2 *", "0 0 29 2 ? *"],
    ["@daily", "0 0 * * ? *"],
    ["@weekly", "0 0 ? * SUN *"],
  ])("%s is %s", (five, six) => {
    expect(read(`"${five}"`)).toEqual({ schedule: { expression: `cron(${six})` }, diagnostics: [] });
  });

  it.each([
    "cron(0 3 * * ? *)",
    "cron(0/15 8-18 ? * MON-FRI 2027-2030)",
    "cron(0 0 L * ? *)",
    "cron(0 0 15W * ? *)",
    "cron(0 0 ? * 6L *)",
    "cron(0 0 ? * MON#1 *)",
    "cron(0 0 29 2 ? 2028)",
    "rate(1 minute)",
    "rate(12 hours)",
  ])("%s stays", (expression) => {
    expect(read(`"${expression}"`)).toEqual({ schedule: { expression }, diagnostics: [] });
  });
});

describe("a schedule", () => {
  it("has a zone, a time and a window", () => {
    const written =
      '{ at: "0 3 * * *", timezone: Europe/Madrid, start: 2027-01-31, end: 2027-12-31T08:30:00Z, window: 1h, enabled: false }';
    expect(read(written).schedule).toEqual({
      ...{ expression: "cron(0 3 * * ? *)", timezone: "Europe/Madrid", windowMinutes: 60, enabled: false },
      ...{ start: "2027-01-31T00:00:00Z", end: "2027-12-31T08:30:00Z" },
    });
  });

  it.each(["UTC", "Europe/Kyiv", "Asia/Calcutta", "America/Argentina/Buenos_Aires"])("knows %s", (zone) => {
    expect(read(`{ at: rate(1 day), timezone: ${zone} }`).diagnostics).toEqual([]);
  });
});

describe("a schedule is refused", () => {
  it.each([
    ["0 0 30 2 *", /never fires/, /a day that exists/],
    ["0 0 31 4,6,9,11 *", /never fires/, /a day that exists/],
    ["cron(0 0 31 2 ? *)", /never fires/, /a day that exists/],
    ["cron(0 0 29 2 ? 2027)", /never fires/, /a day that exists/],
    ["0 0 1 * 1", /both a day of the month and a day of the week/, /two jobs/],
    ["0 0 */2 * 1", /both a day/, /two jobs/],
    [
      "cron(0 3 * * * *)",
      /one of day of the month and day of the week must be \?/,
      /cron\(0 3 \* \* \? \*\)/,
    ],
    ["cron(0 3 ? * ? *)", /one of day of the month/, /write \?/],
    ["cron(0 3 * * ?)", /six fields, and this has 5/, /five fields are written without/],
    ["0 3 * *", /five fields, and this has 4/, /rate\(1 day\)/],
    ["60 3 * * *", /the minute cannot be "60": it goes from 0 to 59/, /rate/],
    ["0 24 * * *", /the hour cannot be "24"/, /rate/],
    ["0 0 0 * *", /the day of the month cannot be "0"/, /rate/],
    ["0 0 * 13 *", /the month cannot be "13": it goes from 1 to 12, or JAN to DEC/, /rate/],
    ["0 0 * * 8", /the day of the week cannot be "8"/, /rate/],
    ["0 0 * * FRI-MON", /from the smaller to the larger/, /rate/],
    ["*/0 * * * *", /a step is 1 or more/, /rate/],
    ["cron(0 0 ? * 0 *)", /the day of the week cannot be "0": it goes from 1 to 7/, /rate/],
    ["rate(1 days)", /cannot be rate\(1 days\)/, /write rate\(1 day\)/],
    ["rate(5 minute)", /cannot be/, /write rate\(5 minutes\)/],
    ["rate(0 days)", /cannot be/, /1 or more/],
    ["rate(2 weeks)", /cannot be/, /rate\(7 days\)/],
  ])("%s", (at, message, hint) => {
    const { schedule, diagnostics } = read(`"${at}"`);
    expect(schedule).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "schedule-invalid", path: "jobs.nightly.schedule" }]);
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.hint).toMatch(hint);
  });

  it.each([
    ["start: 2027-02-01, end: 2027-01-01", "end", /end is not after its start/],
    ["start: 2027-02-30", "start", /no such moment/],
    ["end: 2027-01-01T25:00:00Z", "end", /no such moment/],
    ["timezone: Europe/Madird", "timezone", /no time zone "Europe\/Madird"/],
    ["timezone: Mars/Olympus", "timezone", /no time zone/],
    ["window: 90s", "window", /whole minutes/],
    ["window: 25h", "window", /from 60s to 86400s/],
  ])("with %s", (fields, field, message) => {
    const { diagnostics } = read(`{ at: rate(1 day), ${fields} }`);
    expect(diagnostics).toMatchObject([{ path: `jobs.nightly.schedule.${field}` }]);
    expect(diagnostics[0]?.message).toMatch(message);
  });

  it("when its years are not between its start and end", () => {
    const { diagnostics } = read('{ at: "cron(0 0 1 1 ? 2027)", start: 2028-01-01 }');
    expect(diagnostics[0]?.message).toMatch(/none of its years is between start and end/);
  });

  it("with the zone that was meant", () => {
    const { diagnostics } = read("{ at: rate(1 day), timezone: Europe/Madird }");
    expect(diagnostics[0]?.hint).toBe('did you mean "Europe/Madrid"?');
  });
});
