import { describe, expect, it } from "vitest";
import type { Piece } from "../interpolation/pieces.js";
import { classifyVariable } from "./classify-variable.js";
import { SecretIndex } from "./secret-index.js";
import { connectionName, secretName } from "./secret-names.js";
import { entropyOf, secretShape } from "./secret-shapes.js";

const literal = (text: string): Piece[] => (text === "" ? [] : [{ from: "literal", text }]);

describe("names of secrets", () => {
  it.each([
    "PASSWORD",
    "DB_PASSWORD",
    "PGPASSWORD",
    "dbPassword",
    "smtp.pass",
    "MYSQL_ROOT_PASSWORD",
    "SECRET",
    "SECRET_KEY_BASE",
    "CLIENT_SECRET",
    "TOKEN",
    "SLACK_BOT_TOKEN",
    "githubToken",
    "API_KEY",
    "APIKEY",
    "STRIPE_API_KEY",
    "PRIVATE_KEY",
    "ENCRYPTION_KEY",
    "FERNET_KEY",
    "JWT_SECRET",
    "AWS_SECRET_ACCESS_KEY",
    "CREDENTIALS",
    "PASSPHRASE",
    "SALT",
    "ADMIN_PW",
    "REDIS_AUTH_TOKEN",
    "MINIO_SECRETKEY",
    "ERLANG_COOKIE",
  ])("%s", (name) => {
    expect(secretName(name)).toBeDefined();
  });

  it.each([
    "LOG_LEVEL",
    "DATABASE_HOST",
    "PASSWORD_FILE",
    "TOKEN_URL",
    "TOKEN_TTL",
    "PASSWORD_MIN_LENGTH",
    "JWT_ALGORITHM",
    "JWT_PUBLIC_KEY",
    "PARTITION_KEY",
    "CACHE_KEY",
    "KEY_PREFIX",
    "SESSION_COOKIE_NAME",
    "AWS_ACCESS_KEY_ID",
    "SECRET_NAME",
    "MAX_TOKENS",
    "OPENAI_MAX_TOKENS",
    "TOKENS_PER_MINUTE",
    "REQUIRE_PASSWORD",
    "KEYCLOAK_REALM",
    "COMPASS",
    "PUBLIC_KEY",
    "AUTHOR",
    "BYPASS_CACHE",
    "SECRET_ARN",
    "PASSENGER_COUNT",
  ])("not %s", (name) => {
    expect(secretName(name)).toBeUndefined();
  });

  it.each([
    ["DATABASE_URL", true],
    ["TIMESCALE_URL", true],
    ["REDIS_URI", true],
    ["SENTRY_DSN", true],
    ["DB_CONNECTION_STRING", true],
    ["API_URL", false],
    ["PUBLIC_URL", false],
    ["DATABASE_HOST", false],
    ["URL", false],
  ])("connection: %s", (name, expected) => {
    expect(connectionName(name)).toBe(expected);
  });
});

describe("shapes of secrets", () => {
  it.each([
    "postgres://app:hunter2@db:5432/app",
    "jdbc:postgresql://app:pw@db/app",
    "redis://:pw@cache:6379",
    "amqp://guest:guest@rabbit//",
    "root:pw@tcp(mysql:3306)/app",
    "host=db user=app password=pw dbname=x",
    "Server=db;Database=x;User Id=sa;Password=pw;",
    "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abc",
    "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc",
    "Bearer abcdefghijk",
    "AKIAIOSFODNN7EXAMPLE",
    "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
    "sk_live_abcdefghijklmnop",
    "xoxb-1234567890-abcdefgh",
    "https://hooks.slack.com/services/T000/B000/XXXX",
    "https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/42",
    "4f3c2a1b9d8e7f6a5b4c3d2e1f0a9b8c",
    "dGhpcyBpcyBhIHNlY3JldCBrZXkgMTIzNDU2Nzg5MA==",
    "kJ8s0Qw2Lp9XvZ4nB7mT1cR6yU3hF5gD",
  ])("%s", (value) => {
    expect(secretShape(value)).toBeDefined();
  });

  it.each([
    "",
    "info",
    "https://api.example.com/v1",
    "postgres://db:5432/app",
    "postgres://app@db/app",
    "jdbc:postgresql://keycloak-db:5432/keycloak",
    "http://provision_api:8080",
    "123e4567-e89b-12d3-a456-426614174000",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "arn:aws:sqs:eu-west-1:111111111111:jobs-for-the-Night-2",
    "/usr/local/share/ca-certificates/Internal2024",
    "devices/+/telemetry",
    "my-Very-Long-Service-Name-2024-eu-west-1",
    "application/x-www-form-urlencoded",
    "00000000000000000000000000000000",
    "com.example.Application2.SomeVeryLongClassName",
    "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p",
    "2024-01-01T00:00:00.000Z",
    "Europe/Madrid",
  ])("not %s", (value) => {
    expect(secretShape(value)).toBeUndefined();
  });

  it("measures entropy", () => {
    expect(entropyOf("aaaa")).toBe(0);
    expect(entropyOf("abcd")).toBe(2);
  });
});

describe("classification, by the first rule that applies", () => {
  const missing: Piece = { from: "missing", name: "X", text: "" };
  it.each<[string, string, readonly Piece[] | undefined, string, RegExp]>([
    ["an empty text", "PASSWORD", literal(""), "environment", /empty/],
    ["true or false", "SECRET", literal("true"), "environment", /true or false/],
    ["the shape", "LEVEL", literal("postgres://a:b@c/d"), "secret", /URL with credentials/],
    [
      "the shape with a missing password",
      "LEVEL",
      [...literal("postgres://a:"), missing, { from: "literal", text: "@c/d" }],
      "secret",
      /URL with credentials/,
    ],
    ["the name", "DB_PASSWORD", literal("x"), "secret", /the name says password/],
    [
      "the name of a variable in it",
      "PG_P",
      [{ from: "variable", name: "DB_PASSWORD", text: "x", isDefault: false }],
      "secret",
      /\$\{DB_PASSWORD\}/,
    ],
    ["a connection without a value", "DATABASE_URL", [missing], "secret", /connection/],
    [
      "a connection with a harmless value",
      "DATABASE_URL",
      literal("postgres://db/app"),
      "environment",
      /neither/,
    ],
    ["a missing value", "LEVEL", [missing], "parameter", /\$\{X\} has no value/],
    ["a name alone", "LEVEL", undefined, "parameter", /\$\{LEVEL\} has no value/],
    ["a secret name alone", "API_TOKEN", undefined, "secret", /token/],
    [
      "a default",
      "LEVEL",
      [{ from: "variable", name: "L", text: "info", isDefault: true }],
      "environment",
      /the default of \$\{L\}/,
    ],
    ["anything else", "LEVEL", literal("info"), "environment", /neither name nor value/],
  ])("%s", (_what, name, pieces, as, reason) => {
    const classified = classifyVariable({ name, pieces });
    expect(classified.as).toBe(as);
    expect(classified.reason).toMatch(reason);
  });

  it("the manifest overrules everything", () => {
    expect(classifyVariable({ name: "PASSWORD", pieces: literal("x"), overruled: "environment" })).toEqual({
      as: "environment",
      reason: "the manifest says so",
    });
  });
});

describe("the index of secrets", () => {
  it("masks the longest one at each place, and no short words", () => {
    const index = new SecretIndex();
    for (const value of ["abcdefg1", "abcdefg1ij", "iot", "postgres"]) index.add(value);
    expect(index.mask("iot postgres abcdefg1ijk abcdefg1")).toBe("iot postgres ***k ***");
    expect(index.isIn("abcdefg")).toBe(false);
    index.add("words but many of them");
    expect(index.mask("x words but many of them")).toBe("x ***");
  });
});
