import type { ListenerAction } from "../plan/resources/load-balancing.js";
import { type Block, block } from "./hcl/tree.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** What a listener does with a request, by default or by one of its rules. */
export function renderListenerAction(type: string, action: ListenerAction, scope: Scope): Block {
  switch (action.type) {
    case "forward":
      return block(type, { type: "forward", target_group_arn: renderValue(action.targetGroup, scope) });
    case "redirect-to-https":
      return block(type, [
        { name: "type", value: "redirect" },
        // Host, path and query stay as they are when none is given.
        block("redirect", { protocol: "HTTPS", port: "443", status_code: "HTTP_301" }),
      ]);
    case "fixed-response":
      return block(type, [
        { name: "type", value: "fixed-response" },
        block("fixed_response", {
          status_code: String(action.statusCode),
          content_type: action.contentType,
          message_body: action.body,
        }),
      ]);
  }
}
