import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ComposeLayer } from "../../src/compose/index.js";
import { printManifest, readCompose, translateCompose } from "../../src/compose/index.js";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import { hasErrors } from "../../src/diagnostics/index.js";
import type { RawMap } from "../../src/manifest/index.js";
import { parseManifest, readManifest } from "../../src/manifest/index.js";
import { everythingOf, said, servicesOf } from "./reading.js";

const folder = new URL("../../examples/iot-fleet/compose/", import.meta.url);
const text = readFileSync(new URL("docker-compose.yml", folder), "utf8");
const example = readFileSync(new URL("env.example", folder), "utf8");
const missing: Diagnostic = { code: "file-missing", severity: "error", path: "", message: "does not exist" };

function fleet(env?: string, variables: Readonly<Record<string, string>> = {}): ComposeLayer {
  const texts: Readonly<Record<string, string>> = {
    "compose/docker-compose.yml": text,
    ...(env === undefined ? {} : { "compose/.env": env }),
  };
  const project = readCompose({
    files: ["compose/docker-compose.yml"],
    read: (path) => (texts[path] === undefined ? { problem: missing } : { text: texts[path] }),
    variables,
    projectName: "elsewhere",
  });
  return translateCompose(project);
}

/** Secrets of a filled .env. */
const secrets = {
  TIMESCALE_URL: "postgres://iot:PLANTED-timescale@tsdb.cloud.timescale.com:34567/iot?sslmode=require",
  MQTT_PASSWORD: "PLANTED-mqtt",
  PROVISION_ADMIN_TOKEN: "PLANTED-admin",
  UI_OIDC_CLIENT_SECRET: "PLANTED-oidc",
  UI_SESSION_SECRET: "PLANTED-session",
  WEBHOOK_SIGNING_SECRET: "PLANTED-webhook",
  SMTP_USERNAME: "PLANTED-smtp-user",
  SMTP_PASSWORD: "PLANTED-smtp",
  SLACK_BOT_TOKEN: "PLANTED-slack",
  TWILIO_AUTH_TOKEN: "PLANTED-twilio",
  BILLING_API_KEY: "PLANTED-billing",
  KEYCLOAK_DB_PASSWORD: "PLANTED-keycloak",
  KEYCLOAK_ADMIN_PASSWORD: "PLANTED-keycloak-admin",
  POSTGRES_PASSWORD: "PLANTED-postgres",
};

// proves IOT-9
describe("the IoT fleet's compose file alone", () => {
  const layer = fleet();

  it("gives the eleven services, each with kind, port and size", () => {
    const table = Object.entries(servicesOf(layer)).map(([name, { kind, port, listeners, size, route }]) => ({
      name,
      kind,
      port,
      listeners,
      size,
      route,
    }));
    const small = { port: undefined, listeners: undefined, size: undefined, route: undefined };
    expect(layer.document["application"]).toBe("iot");
    expect(table).toEqual([
      { ...small, name: "ui-iot", kind: "web", port: 8080, size: { cpu: 512, memory: 1024 }, route: "/*" },
      { ...small, name: "provision-api", kind: "backend", port: 8080 },
      { ...small, name: "ingest-iot", kind: "worker" },
      { ...small, name: "evaluator-iot", kind: "worker" },
      { ...small, name: "dispatcher", kind: "worker" },
      { ...small, name: "delivery-worker", kind: "worker" },
      { ...small, name: "ops-worker", kind: "worker" },
      { ...small, name: "subscription-worker", kind: "worker" },
      { ...small, name: "webhook-receiver", kind: "backend", port: 8080 },
      { ...small, name: "mqtt", kind: "network", listeners: [1883, 8883] },
      { ...small, name: "keycloak", kind: "backend", port: 8080, size: { cpu: 1024, memory: 2048 } },
    ]);
  });

  it("builds from the folders of the repository", () => {
    expect(servicesOf(layer)["ui-iot"]?.["image"]).toEqual({ build: "services/ui_iot" });
    expect(servicesOf(layer)["mqtt"]?.["image"]).toBe("eclipse-mosquitto:2.0");
  });

  it("binds the databases instead of running them", () => {
    expect(servicesOf(layer)["keycloak"]).toMatchObject({
      environment: {
        KC_DB: "postgres",
        KC_DB_URL: "jdbc:postgresql://${parameters.KEYCLOAK_DB_HOST}:5432/keycloak",
        KC_HOSTNAME: "${parameters.DOMAIN_NAME}",
      },
      secrets: {
        KC_DB_USERNAME: "secret:keycloak-db-credentials#username",
        KC_DB_PASSWORD: "secret:keycloak-db-credentials#password",
      },
    });
    expect(said(layer.diagnostics).filter((each) => each.includes("is not put on Fargate"))).toHaveLength(2);
  });

  // proves IOT-4
  it("maps every variable of every service to exactly one place, with a reason", () => {
    const written = readCompose({
      files: ["c"],
      read: (path) => (path === "c" ? { text } : { problem: missing }),
      variables: {},
      projectName: "x",
    });
    for (const [name, { environment = {}, secrets: secret = {} }] of Object.entries(servicesOf(layer))) {
      const service = written.services.find((each) => each.name.replaceAll("_", "-") === name);
      const names = [...Object.keys(environment as RawMap), ...Object.keys(secret as RawMap)];
      expect([...names].sort()).toEqual(service?.variables.map((variable) => variable.name).sort());
      expect(new Set(names).size).toBe(names.length);
      for (const variable of names) {
        const decided = layer.decisions.filter(
          ({ path }) =>
            path === `services.${name}.environment.${variable}` ||
            path === `services.${name}.secrets.${variable}`,
        );
        expect(decided).toHaveLength(1);
      }
    }
  });

  it("keeps the database's URL of nine services in one secret", () => {
    const using = Object.values(servicesOf(layer)).filter(
      ({ secrets: secret }) => (secret as RawMap | undefined)?.["DATABASE_URL"] === "secret:timescale-url",
    );
    expect(using).toHaveLength(9);
    expect(layer.document["resources"]).toMatchObject({
      "timescale-url": { type: "secret" },
      "mosquitto-data": { type: "efs" },
    });
  });

  it("has no error, and every warning and note a place", () => {
    expect(hasErrors(layer.diagnostics)).toBe(false);
    for (const { span, message } of layer.diagnostics)
      expect([message, span?.file]).toEqual([message, "compose/docker-compose.yml"]);
    expect(said(layer.diagnostics).filter((each) => each.startsWith("warning"))).toEqual([
      "warning: without a value here, given at deploy time: DOMAIN_NAME, FIRMWARE_BUCKET, KEYCLOAK_DB_HOST, TWILIO_ACCOUNT_SID",
      expect.stringMatching(
        /^warning: provision_api, webhook_receiver, keycloak: publish ports and get no route/,
      ),
      expect.stringMatching(/^warning: mqtt mounts .\/mosquitto\/mosquitto.conf of the machine/),
    ]);
  });

  it("is a manifest as it is", () => {
    expect(readManifest(layer.document, { file: "compose" }).diagnostics).toEqual([]);
  });

  it("prints a manifest of its own, which says why and reads as the same", () => {
    const printed = printManifest(layer);
    expect(printed).toContain(
      "LOG_LEVEL: info # neither name nor value says secret; it is the default of ${LOG_LEVEL}",
    );
    expect(printed).toContain("# Not here: services.timescaledb: it is TimescaleDB, which keeps data");
    const parsed = parseManifest({ file: "longshore.yaml", text: printed });
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.manifest).toEqual(readManifest(layer.document, { file: "compose" }).manifest);
  });
});

describe("the fleet with a filled .env", () => {
  const env = `${example}\n${Object.entries(secrets)
    .map(([name, value]) => `${name}=${value}`)
    .join("\n")}\n`;

  it.each([
    ["in the file", env, {}],
    ["of the caller", example, secrets],
  ])("shows no secret %s", (_where, beside, variables) => {
    const layer = fleet(beside, variables);
    const shown = `${everythingOf(layer, { "compose/docker-compose.yml": text, "compose/.env": beside })}\n${printManifest(layer)}`;
    expect(shown).not.toContain("PLANTED");
    expect(shown).toContain("iot-firmware-local");
  });

  it("decides as without it, but for what has a value now", () => {
    const filled = fleet(env);
    const names = (layer: ComposeLayer, area: string) =>
      Object.entries(servicesOf(layer)).map(([name, each]) => [
        name,
        Object.keys((each[area] ?? {}) as RawMap).sort(),
      ]);
    expect(names(filled, "secrets")).toEqual(names(fleet(), "secrets"));
    expect(names(filled, "environment")).toEqual(names(fleet(), "environment"));
    expect(filled.document["resources"]).toEqual(fleet().document["resources"]);
    expect(Object.keys(filled.document["parameters"] as RawMap)).toEqual([
      "KEYCLOAK_DB_HOST",
      "TWILIO_ACCOUNT_SID",
    ]);
  });
});
