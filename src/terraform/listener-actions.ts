import type { AuthenticateAction, ListenerAction, RedirectAction } from "../plan/resources/load-balancing.js";
import { attributes, type Block, block, call, type Expression } from "./hcl/tree.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** What a listener does with a request, by default or by one of its rules. */
export function renderListenerAction(
  type: string,
  action: ListenerAction,
  scope: Scope,
  order?: number,
): Block {
  const does = (name: string, ...blocks: readonly Block[]): Block =>
    block(type, [...attributes({ type: name, order }), ...blocks]);
  switch (action.type) {
    case "forward":
      return block(type, {
        type: "forward",
        order,
        target_group_arn: renderValue(action.targetGroup, scope),
      });
    case "weighted-forward":
      return does("forward", renderWeights(action, scope));
    case "redirect-to-https":
      // Host, path and query stay as they are when none is given.
      return does("redirect", block("redirect", { protocol: "HTTPS", port: "443", status_code: "HTTP_301" }));
    case "redirect":
      return does("redirect", renderRedirect(action));
    case "fixed-response":
      return does(
        "fixed-response",
        block("fixed_response", {
          status_code: String(action.statusCode),
          content_type: action.contentType,
          message_body: action.body,
        }),
      );
  }
}

/** The secret comes through a data source, whose value the state holds: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/secretsmanager_secret_version */
export function renderAuthenticateAction(
  type: string,
  action: AuthenticateAction,
  scope: Scope,
  order: number,
): Block {
  const session = {
    scope: action.scope,
    session_timeout: action.sessionSeconds,
    session_cookie_name: action.cookie,
    on_unauthenticated_request: action.unauthenticated,
  };
  if (action.type === "cognito") {
    return block(type, [
      ...attributes({ type: "authenticate-cognito", order }),
      block("authenticate_cognito", {
        user_pool_arn: renderValue(action.userPool, scope),
        user_pool_client_id: renderValue(action.client, scope),
        user_pool_domain: renderValue(action.domain, scope),
        ...session,
      }),
    ]);
  }
  return block(type, [
    ...attributes({ type: "authenticate-oidc", order }),
    block("authenticate_oidc", {
      issuer: action.issuer,
      authorization_endpoint: action.authorizationEndpoint,
      token_endpoint: action.tokenEndpoint,
      user_info_endpoint: action.userInfoEndpoint,
      client_id: action.clientId,
      client_secret: renderSecret(action.clientSecret, scope),
      ...session,
    }),
  ]);
}

function renderSecret(
  { secret, jsonKey }: Extract<AuthenticateAction, { type: "oidc" }>["clientSecret"],
  scope: Scope,
): Expression {
  const label = typeof secret === "string" ? secret : "ref" in secret ? secret.ref : "client";
  const text = scope.inputs.secret(renderValue(secret, scope), label);
  return jsonKey === undefined ? text : { kind: "index", of: call("jsondecode", text), at: { key: jsonKey } };
}

function renderRedirect({ protocol, host, port, path, query, statusCode }: RedirectAction): Block {
  return block("redirect", {
    protocol,
    host,
    port: port === undefined ? undefined : String(port),
    path,
    query,
    status_code: `HTTP_${statusCode}`,
  });
}

function renderWeights(
  { targets, stickySeconds }: Extract<ListenerAction, { type: "weighted-forward" }>,
  scope: Scope,
): Block {
  const groups = targets.map(({ targetGroup, weight }) =>
    block("target_group", { arn: renderValue(targetGroup, scope), weight }),
  );
  const sticky =
    stickySeconds === undefined ? [] : [block("stickiness", { enabled: true, duration: stickySeconds })];
  return block("forward", [...groups, ...sticky]);
}
