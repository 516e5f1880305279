/** Why a name alone says secret, or undefined. Names are cut into words at `_`, `-`, `.` and changes of case. */
export function secretName(name: string): string | undefined {
  const words = wordsOf(name);
  if (isAboutSecret(words)) return undefined;
  const word = words.find((each) => secretWords.has(each) || glued.test(each));
  if (word !== undefined) return `the name says ${word}`;
  const pair = words.find((each, index) => each === "key" && keyKinds.has(words[index - 1] ?? ""));
  if (pair !== undefined) return "the name says a key";
  return undefined;
}

/** True for the name of a connection: secret while its value is not known, since it may hold a password. */
export function connectionName(name: string): boolean {
  const words = wordsOf(name);
  if (isAboutSecret(words.filter((word) => word !== "url" && word !== "uri"))) return false;
  const last = words.at(-1) ?? "";
  if (last === "dsn" || (last === "string" && words.at(-2) === "connection")) return true;
  return (last === "url" || last === "uri") && words.slice(0, -1).some((word) => stores.has(word));
}

/** Written without a separator: `PGPASSWORD`, `DBPASS`; not `COMPASS`. */
const glued =
  /.(?:password|passwd|secret|apikey)$|^(?:db|pg|sql|mysql|smtp|mail|redis|mongo|user|root|admin)pass$/;

const secretWords = new Set([
  "password",
  "passwd",
  "passphrase",
  "pass",
  "pwd",
  "pw",
  "pgpassword",
  "secret",
  "secrets",
  "token",
  "tokens",
  "jwt",
  "apikey",
  "credential",
  "credentials",
  "creds",
  "salt",
  "pepper",
  "authkey",
  "bearer",
  "cookie",
  "privatekey",
  "secretkey",
  "accesskey",
  "apitoken",
  "authtoken",
  "pat",
]);

/** Before `key`: what a key of this kind opens. `PARTITION_KEY` or `CACHE_KEY` open nothing. */
const keyKinds = new Set([
  "api",
  "access",
  "private",
  "secret",
  "encryption",
  "signing",
  "sign",
  "master",
  "license",
  "licence",
  "session",
  "jwt",
  "fernet",
  "aes",
  "hmac",
  "app",
  "auth",
  "service",
  "account",
  "storage",
  "shared",
  "ssh",
  "rsa",
  "deploy",
  "data",
  "cipher",
  "admin",
  "webhook",
  "stripe",
  "sendgrid",
  "openai",
  "anthropic",
  "mailgun",
  "twilio",
  "datadog",
  "sentry",
  "ingest",
  "write",
]);

const stores = new Set([
  "database",
  "db",
  "postgres",
  "postgresql",
  "pg",
  "timescale",
  "timescaledb",
  "mysql",
  "mariadb",
  "mongo",
  "mongodb",
  "redis",
  "valkey",
  "cache",
  "amqp",
  "rabbitmq",
  "broker",
  "celery",
  "queue",
  "clickhouse",
  "sqlalchemy",
  "dsn",
  "ldap",
  "smtp",
  "elasticsearch",
  "opensearch",
  "neo4j",
  "cassandra",
]);

/** Last words that make a name speak about a secret instead of being one. */
const aboutWords = new Set([
  "file",
  "path",
  "dir",
  "name",
  "url",
  "uri",
  "endpoint",
  "host",
  "port",
  "ttl",
  "expiry",
  "expires",
  "expiration",
  "lifetime",
  "seconds",
  "minutes",
  "hours",
  "days",
  "ms",
  "timeout",
  "interval",
  "length",
  "size",
  "count",
  "limit",
  "type",
  "format",
  "algorithm",
  "alg",
  "issuer",
  "audience",
  "header",
  "prefix",
  "suffix",
  "field",
  "enabled",
  "disabled",
  "required",
  "policy",
  "rounds",
  "version",
  "arn",
  "id",
  "ids",
  "domain",
  "samesite",
  "secure",
  "httponly",
  "strategy",
  "provider",
  "leeway",
  "rotation",
  "region",
  "mode",
  "public",
]);
const aboutFirst = new Set([
  "public",
  "enable",
  "disable",
  "require",
  "requires",
  "use",
  "max",
  "min",
  "allow",
  "has",
  "is",
  "num",
  "bypass",
]);

function isAboutSecret(words: readonly string[]): boolean {
  return (
    aboutWords.has(words.at(-1) ?? "") ||
    aboutFirst.has(words[0] ?? "") ||
    words.some((word) => word === "public" || word === "max" || word === "min" || word === "per")
  );
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
