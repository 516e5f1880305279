import type { Authentication } from "../../manifest/index.js";
import { external } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import type { AuthenticateAction } from "../resources/load-balancing.js";

/** A secret is named, never read: its value goes from Secrets Manager to the load balancer when the rule is deployed. */
export function planAuthentication(data: DataPart, auth: Authentication): AuthenticateAction {
  if (auth.type === "cognito") {
    const { userPool, client, domain, ...session } = auth;
    return { ...session, userPool: external(userPool), client: external(client), domain: external(domain) };
  }
  const { secret, jsonKey } = auth.clientSecret;
  const made = data.handles.get(secret);
  return {
    ...auth,
    clientSecret: {
      secret: made?.type === "secret" ? made.arn : secret,
      ...(jsonKey !== undefined && { jsonKey }),
    },
  };
}
