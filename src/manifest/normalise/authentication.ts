import type { Authentication, AuthenticationSession } from "../ingress-settings.js";
import type { WrittenAuthentication } from "../written.generated.js";
import { seconds } from "./duration.js";
import { external } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { secretSource } from "./secrets.js";

type WrittenOidc = NonNullable<WrittenAuthentication["oidc"]>;
type WrittenCognito = NonNullable<WrittenAuthentication["cognito"]>;

export function authentication(
  reading: Reading,
  path: string,
  written: WrittenAuthentication,
): Authentication | undefined {
  const { oidc: provider, cognito: pool } = written;
  if (provider !== undefined && pool === undefined) return oidc(reading, `${path}.oidc`, provider);
  if (pool !== undefined && provider === undefined) return cognito(reading, `${path}.cognito`, pool);
  const both = pool !== undefined;
  return reading.fail("invalid-value", path, `${path} names ${both ? "two" : "no"} places to log in`, {
    hint: "write either oidc or cognito",
  });
}

function oidc(reading: Reading, path: string, written: WrittenOidc): Authentication | undefined {
  const { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId } = written;
  const clientSecret = secretOf(reading, `${path}.clientSecret`, written.clientSecret);
  if (clientSecret === undefined) return undefined;
  return {
    type: "oidc",
    ...{ issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId, clientSecret },
    ...session(reading, path, written),
  };
}

function cognito(reading: Reading, path: string, written: WrittenCognito): Authentication | undefined {
  const userPool = external(reading, `${path}.userPool`, written.userPool, "userPool");
  const client = external(reading, `${path}.client`, written.client, "userPoolClient");
  const domain = external(reading, `${path}.domain`, written.domain, "userPoolDomain");
  if (userPool === undefined || client === undefined || domain === undefined) return undefined;
  return { type: "cognito", userPool, client, domain, ...session(reading, path, written) };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html */
function session(
  reading: Reading,
  path: string,
  written: Pick<WrittenOidc, "scope" | "session" | "cookie" | "unauthenticated">,
): AuthenticationSession {
  return present({
    scope: written.scope,
    sessionSeconds: seconds(reading, `${path}.session`, written.session, 1, 604_800),
    cookie: written.cookie,
    unauthenticated: written.unauthenticated,
  });
}

/** Templates can name a secret of Secrets Manager; a SecureString they can give to few properties, and not to this one. */
function secretOf(
  reading: Reading,
  path: string,
  written: string,
): { readonly secret: string; readonly jsonKey?: string } | undefined {
  const source = secretSource(written);
  if (source?.from === "secrets-manager" || source?.from === "secrets-manager-arn") {
    const secret = source.from === "secrets-manager" ? source.name : source.arn;
    return present({ secret, jsonKey: source.jsonKey });
  }
  return reading.fail(
    "secret-looks-like-value",
    path,
    `${path} does not say which secret of Secrets Manager it is`,
    {
      reason: "the load balancer's own settings would hold it in plain text otherwise",
      hint: "write secret:name, secret:name#jsonKey, or the ARN of a secret",
      sensitive: true,
    },
  );
}
