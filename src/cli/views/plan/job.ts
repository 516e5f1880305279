import type { ResourceOf } from "../../../plan/index.js";
import { field } from "../fields.js";
import { type Catalogue, serviceOf } from "./catalogue.js";
import { describeConnections } from "./connections.js";
import { describePermissions } from "./permissions.js";
import { fieldSection, type Section } from "./section.js";
import { describeAlarms, describeLogs, describeRoles, describeTask, describeVariables } from "./task.js";

export function describeJobs(catalogue: Catalogue): readonly Section[] {
  return catalogue.of("StateMachine").flatMap((machine) => {
    const name = serviceOf(machine.id) ?? machine.stateMachineName;
    const [task] = catalogue.ofService(name, "TaskDefinition");
    return fieldSection(`Job ${name}`, undefined, [
      ...describeTask(catalogue, task),
      ...field("starts", ...catalogue.ofService(name, "Schedule").map(describeSchedule)),
      ...field("reaches", ...describeConnections(catalogue, name, "egress")),
      ...describeRoles(catalogue, task),
      ...field("runs by", ...describePermissions(catalogue, machine.role)),
      ...describeVariables(task),
      ...field("alarms", describeAlarms(catalogue, name)),
      ...field("logs", ...catalogue.ofService(name, "LogGroup").map(describeLogs)),
    ]);
  });
}

function describeSchedule(schedule: ResourceOf<"Schedule">): string {
  const { expression, timezone, start, end, windowMinutes, enabled } = schedule;
  return [
    `${expression}, ${timezone}`,
    ...(start === undefined ? [] : [`from ${start}`]),
    ...(end === undefined ? [] : [`until ${end}`]),
    ...(windowMinutes === undefined ? [] : [`within ${windowMinutes} minutes`]),
    ...(enabled ? [] : ["switched off"]),
  ].join(", ");
}
