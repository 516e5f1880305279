import type { ListenerAction } from "../plan/resources/load-balancing.js";
import type { Scope } from "./scope.js";
import type { JsonObject } from "./template.js";
import { renderValue } from "./values.js";

/** What a listener does with a request, by default or by one of its rules. */
export function renderListenerAction(action: ListenerAction, scope: Scope): JsonObject {
  switch (action.type) {
    case "forward":
      return { Type: "forward", TargetGroupArn: renderValue(action.targetGroup, scope) };
    case "redirect-to-https":
      return { Type: "redirect", RedirectConfig: redirectToHttps };
    case "fixed-response":
      return {
        Type: "fixed-response",
        FixedResponseConfig: {
          StatusCode: String(action.statusCode),
          ContentType: action.contentType,
          MessageBody: renderValue(action.body, scope),
        },
      };
  }
}

/**
 * `#{path}` comes without its leading slash.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
 */
const redirectToHttps: JsonObject = {
  Protocol: "HTTPS",
  Host: "#{host}",
  Port: "443",
  Path: "/#{path}",
  Query: "#{query}",
  StatusCode: "HTTP_301",
};
