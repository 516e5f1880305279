import type { Schema, Shape } from "./fields.js";
import { block, define, either, eitherAdvised, field, oneOf, required, text, whole } from "./fields.js";
import { redirectUrlPattern, shortNamePattern } from "./patterns.js";
import { adviseUnquoted, port } from "./values.js";

const status = (): Schema => whole(200, 599, adviseUnquoted);
const part = (expected: string): Schema => text(expected, /^[\x21-\x7e]{1,128}$/);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html */
const fixed: Schema = define(
  "FixedAnswer",
  either(
    "a status such as 404, or a map of status, body and type",
    status(),
    block({
      status: required("Status of the answer: 2xx, 4xx or 5xx.", status(), 200),
      body: field("What it says, at most 1024 characters.", text("a text"), "ok"),
      type: field(
        "Content type; text/plain when left out.",
        oneOf("text/plain", "text/css", "text/html", "application/javascript", "application/json"),
      ),
    }),
  ),
);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html */
const redirect: Schema = define(
  "Redirect",
  either(
    "a URL such as https://www.example.com/#{path}, or a map of what changes",
    text("a URL such as https://www.example.com/#{path}", redirectUrlPattern),
    block({
      protocol: field("http or https; the same when left out.", oneOf("http", "https")),
      host: field(
        "Host name; #{host} is that of the request.",
        part("a host name such as www.example.com"),
        "www.#{host}",
      ),
      port: field("Port; the same when left out.", port(), 443),
      path: field(
        "Path; #{path} is that of the request.",
        text("a path such as /new/#{path}", /^\/\S{0,127}$/),
        "/new/#{path}",
      ),
      query: field(
        "Query without the ?; #{query} is that of the request.",
        part("a query such as #{query}"),
        "#{query}",
      ),
      status: field("301 (the default) is kept by browsers, 302 is not.", whole(301, 302)),
    }),
  ),
);

export const answers = (): Shape => ({
  fixed: field("Answer by itself.", fixed, { status: 200, body: "ok" }),
  redirect: field("Send the caller elsewhere.", redirect, "https://www.example.com/#{path}"),
});

export const defaultAnswer: Schema = define(
  "DefaultAnswer",
  eitherAdvised(
    "a status such as 404, the name of a service, or a map with fixed or redirect",
    adviseUnquoted,
    status(),
    text("the name of a service", shortNamePattern),
    block(answers()),
  ),
);
