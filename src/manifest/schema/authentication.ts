import { external } from "./external.js";
import type { Schema, Shape } from "./fields.js";
import { block, define, field, oneOf, required, text } from "./fields.js";
import { cookieNamePattern, httpsUrlPattern } from "./patterns.js";
import { duration } from "./values.js";

const url = (): Schema => text("a URL that starts with https://", httpsUrlPattern);

const session = (): Shape => ({
  scope: field("What is asked of the user's claims.", text("a text", /\S/), "openid email"),
  session: field("How long a login lasts, 1s to 7d; 7d when left out.", duration("12h"), "12h"),
  cookie: field("Name of the session's cookie.", text("the name of a cookie", cookieNamePattern)),
  unauthenticated: field(
    "What a request without a login gets: the login (the default), the service, or 401.",
    oneOf("authenticate", "allow", "deny"),
  ),
});

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html */
export const authentication: Schema = define(
  "Authentication",
  block({
    oidc: field(
      "An identity provider that speaks OpenID Connect.",
      block({
        issuer: required("Issuer.", url(), "https://login.example.com"),
        authorizationEndpoint: required("Authorization endpoint.", url()),
        tokenEndpoint: required("Token endpoint.", url()),
        userInfoEndpoint: required("User info endpoint.", url()),
        clientId: required("Id of the client.", text("a text", /\S/), "shop"),
        clientSecret: required(
          "Where Secrets Manager keeps the client's secret: secret:name#jsonKey, or an ARN.",
          text("secret:name, secret:name#jsonKey, or the ARN of a secret"),
          "secret:login#clientSecret",
        ),
        ...session(),
      }),
    ),
    cognito: field(
      "A user pool of Amazon Cognito.",
      block({
        userPool: required("ARN of the user pool.", external("userPool"), "ssm:/login/user-pool-arn"),
        client: required("Id of its client.", external("userPoolClient"), "ssm:/login/client-id"),
        domain: required("Its domain.", external("userPoolDomain"), "shop-login"),
        ...session(),
      }),
    ),
  }),
);
