import type { AuthenticateAction, ListenerAction } from "../plan/resources/load-balancing.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { JsonObject } from "./template.js";
import { renderValue } from "./values.js";

/** What a listener does with a request, by default or by one of its rules. */
export function renderListenerAction(action: ListenerAction, scope: Scope): JsonObject {
  switch (action.type) {
    case "forward":
      return { Type: "forward", TargetGroupArn: renderValue(action.targetGroup, scope) };
    case "weighted-forward":
      return {
        Type: "forward",
        ForwardConfig: {
          TargetGroups: action.targets.map(({ targetGroup, weight }) => ({
            TargetGroupArn: renderValue(targetGroup, scope),
            Weight: weight,
          })),
          ...given(
            "TargetGroupStickinessConfig",
            action.stickySeconds === undefined
              ? undefined
              : { Enabled: true, DurationSeconds: action.stickySeconds },
          ),
        },
      };
    case "redirect-to-https":
      return {
        Type: "redirect",
        RedirectConfig: { ...asAsked, Protocol: "HTTPS", Port: "443", StatusCode: "HTTP_301" },
      };
    case "redirect":
      return {
        Type: "redirect",
        RedirectConfig: {
          Protocol: action.protocol ?? "#{protocol}",
          Host: action.host ?? asAsked.Host,
          Port: action.port === undefined ? "#{port}" : String(action.port),
          Path: action.path ?? asAsked.Path,
          Query: action.query ?? asAsked.Query,
          StatusCode: `HTTP_${action.statusCode}`,
        },
      };
    case "fixed-response":
      return {
        Type: "fixed-response",
        FixedResponseConfig: {
          StatusCode: String(action.statusCode),
          ContentType: action.contentType,
          ...given("MessageBody", action.body === undefined ? undefined : renderValue(action.body, scope)),
        },
      };
  }
}

/** The client's secret is a dynamic reference: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html */
export function renderAuthenticateAction(action: AuthenticateAction, scope: Scope): JsonObject {
  const session = {
    ...given("Scope", action.scope),
    ...given("SessionTimeout", action.sessionSeconds),
    ...given("SessionCookieName", action.cookie),
    ...given("OnUnauthenticatedRequest", action.unauthenticated),
  };
  if (action.type === "cognito") {
    return {
      Type: "authenticate-cognito",
      AuthenticateCognitoConfig: {
        UserPoolArn: renderValue(action.userPool, scope),
        UserPoolClientId: renderValue(action.client, scope),
        UserPoolDomain: renderValue(action.domain, scope),
        ...session,
      },
    };
  }
  const { secret, jsonKey = "" } = action.clientSecret;
  return {
    Type: "authenticate-oidc",
    AuthenticateOidcConfig: {
      Issuer: action.issuer,
      AuthorizationEndpoint: action.authorizationEndpoint,
      TokenEndpoint: action.tokenEndpoint,
      UserInfoEndpoint: action.userInfoEndpoint,
      ClientId: action.clientId,
      ClientSecret: renderValue(
        { join: ["{{resolve:secretsmanager:", secret, `:SecretString:${jsonKey}}}`] },
        scope,
      ),
      ...session,
    },
  };
}

/**
 * `#{path}` comes without its leading slash.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
 */
const asAsked = { Host: "#{host}", Path: "/#{path}", Query: "#{query}" };
