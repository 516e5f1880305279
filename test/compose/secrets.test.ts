import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiOf, everythingOf, said, service, servicesOf, translate } from "./reading.js";

const planted = ["PLANTED-aaaa-1111", "PLANTED-bbbb-2222", "PLANTED-cccc-3333", "PLANTED-dddd-4444"] as const;
const [one, two, three, four] = planted;

function expectNothingLeaks(
  text: string,
  files: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
) {
  const layer = translate(text, { files, variables });
  const shown = everythingOf(layer, { "compose.yaml": text, ...files });
  for (const secret of planted) expect(shown).not.toContain(secret);
  return layer;
}

describe("values of secrets are in no document, decision, message or frame", () => {
  it.each<[string, string]>([
    ["a literal password", `environment: { DB_PASSWORD: ${one} }`],
    ["a list of variables", `environment: ["DB_PASSWORD=${one}", "URL=postgres://u:${two}@db/app"]`],
    ["a URL", `environment: { X: 'postgres://u:${one}@db:5432/app', LEVEL: info }`],
    ["a default", `environment: { API_TOKEN: '\${T:-${one}}' }`],
    ["a nested default", `environment: { API_TOKEN: '\${T:-\${U:-${one}}}' }`],
    ["a value beside a malformed key", `environment: { API_TOKEN: ${one} }\nprots: [80]`],
    ["a value under an unsupported key", `environment: { API_TOKEN: ${one} }\nextra_hosts: { a: ${one} }`],
    ["a value that another one holds", `environment: { API_TOKEN: ${one}, ARGS: '--x ${one}' }`],
    ["an option of a command", `command: serve --db-password=${one} --token ${two}`],
    ["a list of words", `command: [serve, "--requirepass", "${one}"]`],
    ["a URL in a command", `command: serve amqp://u:${one}@rabbit`],
    [
      "a value of a variable in a command",
      `environment: { API_TOKEN: ${one} }\ncommand: [sh, -c, 'x ${one}']`,
    ],
    [
      "a health check",
      `environment: { API_TOKEN: ${one} }\nhealthcheck: { test: 'curl -H "Authorization: ${one}" x' }`,
    ],
    ["a label", `environment: { API_TOKEN: ${one} }\nlabels: { a: 'b ${one}' }`],
    ["an image", `environment: { API_TOKEN: ${one} }\nuser: ${one}`],
    [
      "an unknown host beside it",
      `environment: { URL: 'http://u:${one}@host.docker.internal:80', OTHER_URL: 'http://api:1/${one}', API_TOKEN: ${one} }`,
    ],
    ["a malformed variable", `environment: { API_TOKEN: '\${${one}' }`],
    ["a wrong kind", `environment: { API_TOKEN: [${one}] }`],
    ["a frame's line before", `environment:\n  API_TOKEN: ${one}\nprivileged: true`],
    ["a frame's line itself", `{ environment: { API_TOKEN: ${one} }, privileged: true, image: a }`],
  ])("%s", (_where, body) => {
    expectNothingLeaks(body.startsWith("{") ? `services:\n  api: ${body}\n` : service(`image: a\n${body}`));
  });

  it("a diagnostic that points at one says that its frame must be masked", () => {
    const { diagnostics, secretSpans } = translate(
      service(`image: a\nprivileged: { TOKEN: ${one} }\nuser: $NONE`),
    );
    const flags = diagnostics
      .filter(({ span }) => span !== undefined)
      .map(({ code, sensitive = false }) => [code, sensitive]);
    expect(flags).toContainEqual(["compose-variable", false]);
    expect(secretSpans).toHaveLength(1);
    const own = translate(service(`image: a\n"x password=${one}": 1`)).diagnostics.find(
      ({ code }) => code === "unknown-key",
    );
    expect(own).toMatchObject({ sensitive: true });
  });

  it("of .env, env files and the caller", () => {
    const files = {
      ".env": `API_TOKEN=${one}\nDB=postgres://u:${two}@h/d\n`,
      "a.env": `PASSWORD=${three}\nbroken line ${three}\n`,
    };
    const text = service(
      "image: a\nenv_file: a.env\ncommand: x --token $API_TOKEN $CALLER_SECRET\nenvironment: { T: $API_TOKEN, U: $DB, API_TOKEN: , C: $CALLER_SECRET }\nlabels: { a: $API_TOKEN }",
    );
    const layer = expectNothingLeaks(text, files, { CALLER_SECRET: four });
    expect(apiOf(layer)).toMatchObject({
      command: ["x", "--token", "${parameters.API_TOKEN}", "${parameters.CALLER_SECRET}"],
      secrets: {
        T: "secret:api-token",
        U: "secret:db",
        API_TOKEN: "secret:api-token",
        C: "secret:caller-secret",
        PASSWORD: "secret:password",
      },
    });
    expect(apiOf(layer)["labels"]).toBeUndefined();
  });

  it("of anything, wherever it stands", () => {
    const place = fc.constantFrom(
      (secret: string) => `environment: { DB_PASSWORD: ${secret} }`,
      (secret: string) => `environment: ["TOKEN=${secret}", "A=x${secret}y"]`,
      (secret: string) => `command: [a, "${secret}"]\nenvironment: { TOKEN: ${secret} }`,
      (secret: string) => `labels: { x: ${secret} }\nenvironment: { TOKEN: ${secret} }`,
      (secret: string) => `container_name: ${secret}\nenvironment: { TOKEN: ${secret} }`,
      (secret: string) => `ports: ['${secret}:80']\nenvironment: { TOKEN: ${secret} }`,
      (secret: string) => `deploy: { replicas: ${secret} }\nenvironment: { TOKEN: ${secret} }`,
      (secret: string) => `working_dir: /${secret}\nenvironment: { TOKEN: ${secret} }`,
      (secret: string) => `depends_on: [${secret}]\nenvironment: { TOKEN: ${secret} }`,
      (secret: string) => `volumes: ['./${secret}:/x']\nenvironment: { TOKEN: ${secret} }`,
    );
    fc.assert(
      fc.property(place, fc.constantFrom(...planted), (body, secret) => {
        expectNothingLeaks(service(`image: a\n${body(secret)}`));
      }),
      { numRuns: 60 },
    );
  });
});

describe("where secrets go", () => {
  it("one value is one secret", () => {
    const layer = translate(
      "x-db: &db { DATABASE_URL: $TIMESCALE_URL }\nservices:\n  a: { image: a, environment: *db }\n  b: { image: b, environment: { <<: *db, OTHER: $TIMESCALE_URL } }\n",
    );
    expect(servicesOf(layer)).toMatchObject({
      a: { secrets: { DATABASE_URL: "secret:timescale-url" } },
      b: { secrets: { DATABASE_URL: "secret:timescale-url", OTHER: "secret:timescale-url" } },
    });
    expect(layer.document["resources"]).toEqual({ "timescale-url": { type: "secret" } });
  });

  it("texts of one variable are told apart by service", () => {
    const layer = translate(
      "services:\n  a: { image: a, environment: { DB_PASSWORD: aaaaaaaaaa } }\n  b: { image: b, environment: { DB_PASSWORD: bbbbbbbbbb } }\n  c: { image: c, environment: { DB_PASSWORD: bbbbbbbbbb } }\n",
    );
    expect(
      Object.values(servicesOf(layer)).map(
        ({ secrets }) => (secrets as Record<string, string>)["DB_PASSWORD"],
      ),
    ).toEqual(["secret:a-db-password", "secret:b-db-password", "secret:b-db-password"]);
  });

  it("user and password are keys of one secret", () => {
    const layer = translate(
      service(
        "image: a\nenvironment: { U: $DB_USERNAME, P: $DB_PASSWORD, V: '${SMTP_USER:-x}', Q: $SMTP_PASS }",
      ),
    );
    expect(apiOf(layer)["secrets"]).toEqual({
      U: "secret:db#username",
      P: "secret:db#password",
      V: "secret:smtp#username",
      Q: "secret:smtp#password",
    });
    expect(layer.document["resources"]).toEqual({ db: { type: "secret" }, smtp: { type: "secret" } });
  });

  it("a name that is taken gets another one", () => {
    const layer = translate("services:\n  token: { image: a, environment: { A: $TOKEN } }\n");
    expect(servicesOf(layer)["token"]?.["secrets"]).toEqual({ A: "secret:token-secret" });
  });

  it("a password that is a word hides no words", () => {
    const layer = translate(
      service(
        "image: a\nenvironment: { DB_PASSWORD: postgres, DB: postgres, URL: 'http://postgres.example.com' }",
      ),
    );
    expect(apiOf(layer)).toMatchObject({
      environment: { DB: "postgres", URL: "http://postgres.example.com" },
      secrets: { DB_PASSWORD: "secret:db-password" },
    });
  });

  it("the secret of a service that is left out is one everywhere", () => {
    const text = `${service(`image: a\nenvironment: { HINT: 'x ${one}' }`)}  db: { image: postgres, environment: { POSTGRES_PASSWORD: ${one} } }\n`;
    expect(apiOf(expectNothingLeaks(text))["secrets"]).toEqual({ HINT: "secret:hint" });
  });

  it("the manifest overrules each", () => {
    const body = "image: a\nenvironment: { DB_PASSWORD: x, LEVEL: info, MORE: y }";
    const manifest = {
      services: { api: { environment: { DB_PASSWORD: "plain" }, secrets: { LEVEL: "secret:level" } } },
    };
    const layer = translate(service(body), {}, manifest);
    expect(apiOf(layer)).toMatchObject({ environment: { MORE: "y" } });
    expect(apiOf(layer)["secrets"]).toBeUndefined();
    expect(
      layer.decisions.filter(({ reason }) => reason === "the manifest says so").map(({ path }) => path),
    ).toEqual(["services.api.environment.DB_PASSWORD", "services.api.secrets.LEVEL"]);
  });

  it("no variable is dropped or in two places", () => {
    const body =
      "image: a\nsecrets: [f]\nenv_file: e.env\nenvironment: { A: 1, B: $B, C_TOKEN: $C, D: 'http://api', E_FILE: /run/secrets/f, F: , G: '' }";
    const layer = translate(`${service(body)}secrets: { f: { file: f.txt } }\n`, {
      files: { "e.env": "H=1\nI_SECRET=2" },
    });
    const { environment, secrets } = apiOf(layer) as Record<string, Record<string, string>>;
    expect(Object.keys(environment ?? {}).sort()).toEqual(["A", "B", "D", "F", "G", "H"]);
    expect(secrets).toEqual({ C_TOKEN: "secret:c", E: "secret:f", I_SECRET: "secret:i-secret" });
    expect(environment).toMatchObject({ B: "${parameters.B}", F: "${parameters.F}", G: "" });
  });

  it("a mounted secret without a variable gets one", () => {
    const layer = translate(
      `${service("image: a\nsecrets: [tls_key]")}secrets: { tls_key: { external: true } }\n`,
    );
    expect(apiOf(layer)["secrets"]).toEqual({ TLS_KEY: "secret:tls-key" });
    expect(said(layer.diagnostics)).toContainEqual(
      expect.stringMatching(/^warning: the secret tls_key is no file on Fargate/),
    );
  });
});
