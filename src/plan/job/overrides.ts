/**
 * What a run changes of its task, as JSONata: `{% ... %}` is evaluated by Step Functions when the task starts.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 *
 * A run may be started with `command` (a list, or a text that is cut at spaces) and `environment` (a map); what is
 * left out stays as the task definition has it. An expression that gives nothing at all fails in Step Functions, so
 * every one gives at least an empty map.
 */
export function runOverrides(container: string): string {
  return expression(`(
    $start := $states.input;
    ${functions}
    ${overrides(container, "[$command($start)]", "[$environment($start)]")}
  )`);
}

/** The same for one item of a list: what the item says comes before what the run was started with. */
export function itemOverrides(container: string): string {
  return expression(`(
    $item := $states.input.item;
    $start := $states.input.start;
    ${functions}
    ${overrides(
      container,
      "$exists($command($item)) ? [$command($item)] : [$command($start)]",
      "[$environment($start), $environment($item), {'ITEM': $string($item)}]",
    )}
  )`);
}

/** What an item's own run is given of the run's start. */
export const startOfRun: string = expression(
  "{'command': $states.input.command, 'environment': $states.input.environment}",
);

/** Which task ran, and how its containers ended. */
export const outcome: string = expression(
  "{'task': $split($states.result.TaskArn, '/')[-1], 'exitCodes': $merge($states.result.Containers.{Name: ExitCode})}",
);

export const itemOfList: string = expression("$states.context.Map.Item.Value");
export const itemsOfStart: string = expression("$states.input.items");

const functions = [
  "$command := function($from) { $type($from.command) = 'string' ? $split($trim($from.command), / +/) : $from.command };",
  "$environment := function($from) { $type($from.environment) = 'object' ? $from.environment : {} };",
].join(" ");

function overrides(container: string, command: string, environments: string): string {
  return `(
    $words := ${command};
    $variables := $each($merge(${environments}), function($value, $name) { {'Name': $name, 'Value': $string($value)} });
    [$merge([{'Name': '${container}'}, $count($words) > 0 ? {'Command': $words} : {}, {'Environment': [$variables]}])]
  )`;
}

function expression(text: string): string {
  return `{% ${text.replace(/\s+/g, " ").trim()} %}`;
}
