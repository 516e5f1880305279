import type { Answer } from "../ingress-settings.js";
import type { WrittenFixedAnswer, WrittenRedirect } from "../written.generated.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

export interface WrittenAnswers {
  readonly fixed?: WrittenFixedAnswer;
  readonly redirect?: WrittenRedirect;
}

/** Undefined unless there is just one of the two, in a form that a load balancer takes. */
export function answer(reading: Reading, path: string, written: WrittenAnswers): Answer | undefined {
  if (written.fixed !== undefined && written.redirect === undefined)
    return fixedAnswer(reading, `${path}.fixed`, written.fixed);
  if (written.redirect !== undefined && written.fixed === undefined)
    return redirect(reading, `${path}.redirect`, written.redirect);
  const both = written.fixed !== undefined;
  return reading.fail(
    "invalid-value",
    path,
    `${path} has ${both ? "both" : "neither"} fixed ${both ? "and" : "nor"} redirect`,
    {
      hint: "write one of the two, such as redirect: https://www.example.com/#{path}",
    },
  );
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html */
export function fixedAnswer(reading: Reading, path: string, written: WrittenFixedAnswer): Answer | undefined {
  const { status, body, type } =
    typeof written === "number" ? { status: written, body: undefined, type: undefined } : written;
  if (status >= 300 && status < 400) {
    return reading.fail("invalid-value", path, `${path} answers ${status}, which leads elsewhere`, {
      reason: "a fixed answer is 2xx, 4xx or 5xx",
      hint: "write redirect: with a URL or a path",
    });
  }
  if (body !== undefined && body.length > 1024) {
    return reading.fail("limit", path, `${path} has a body of ${body.length} characters`, {
      reason: "a load balancer keeps 1024",
      hint: "redirect to a page that a service answers",
    });
  }
  return present({ type: "fixed" as const, status, body, contentType: type });
}

function redirect(reading: Reading, path: string, written: WrittenRedirect): Answer | undefined {
  if (typeof written === "string") return redirectTo(written);
  const { protocol, host, port, query, status = 301 } = written;
  if ([protocol, host, port, written.path].every((part) => part === undefined)) {
    return reading.fail("invalid-value", path, `${path} would lead to where it comes from`, {
      reason: "a redirect changes the protocol, the host, the port or the path",
      hint: "add one of them, such as host: www.#{host}",
    });
  }
  return present({
    type: "redirect" as const,
    status: status === 302 ? (302 as const) : (301 as const),
    protocol:
      protocol === undefined ? undefined : protocol === "https" ? ("HTTPS" as const) : ("HTTP" as const),
    host,
    port,
    path: written.path,
    query,
  });
}

/** A URL without a path leads to the root, and without a query to none, as in a browser. */
function redirectTo(url: string): Answer {
  const [, protocol, host = "", port, path = "/", query = ""] =
    /^(https?):\/\/([^/:?]+)(?::(\d+))?(\/[^?]*)?(?:\?(.*))?$/.exec(url) ?? [];
  const secure = protocol === "https";
  return {
    type: "redirect",
    status: 301,
    protocol: secure ? "HTTPS" : "HTTP",
    host,
    port: port === undefined ? (secure ? 443 : 80) : Number(port),
    path,
    query,
  };
}
