import type { Plan } from "../../../plan/index.js";
import type { Palette } from "../../session.js";
import { printFields } from "../fields.js";
import { printableLine } from "../printable.js";
import { quantity } from "../quantity.js";
import { printTable } from "../table.js";
import { createCatalogue } from "./catalogue.js";
import { describeCluster } from "./cluster.js";
import { describeImages } from "./images.js";
import { describeIngress } from "./ingress.js";
import { describeJobs } from "./job.js";
import { describeNetwork } from "./network.js";
import type { Section } from "./section.js";
import { describeServices } from "./service.js";
import { describeNotifications, describeStorage } from "./shared-resources.js";
import { describeOutputs, describeParameters, describeStacks } from "./stacks.js";

export interface PlanViewOptions {
  readonly palette: Palette;
  /** Columns that a line may have. */
  readonly width: number;
}

/** Everything that will exist, for a person to review. */
export function printPlan(plan: Plan, options: PlanViewOptions): string {
  const catalogue = createCatalogue(plan);
  const sections = [
    ...describeStacks(plan),
    ...describeNetwork(catalogue),
    ...describeCluster(catalogue),
    ...describeIngress(catalogue),
    ...describeServices(catalogue),
    ...describeJobs(catalogue),
    ...describeStorage(catalogue),
    ...describeNotifications(catalogue),
    ...describeImages(plan),
    ...describeParameters(plan),
    ...describeOutputs(plan),
  ];
  return [printTitle(plan, options), ...sections.map((section) => printSection(section, options))].join("\n");
}

/** `5 stacks, 74 resources`. */
export function printTotals({ stacks }: Plan): string {
  const resources = stacks.reduce((sum, stack) => sum + stack.resources.length, 0);
  return `${quantity(stacks.length, "stack")}, ${quantity(resources, "resource")}`;
}

function printTitle(plan: Plan, { palette }: PlanViewOptions): string {
  const environment = plan.environment === undefined ? "" : `, environment ${plan.environment}`;
  const region = plan.region === undefined ? "" : `, ${plan.region}`;
  return `${palette.bold(printableLine(plan.application))}${printableLine(`${environment}${region}`)}\n`;
}

function printSection({ title, note, content }: Section, { palette, width }: PlanViewOptions): string {
  const quiet = note === undefined ? "" : ` ${palette.dim(`(${printableLine(note)})`)}`;
  const heading = `${palette.bold(printableLine(title))}${quiet}\n`;
  if (content.type === "table") {
    return heading + printTable(content.columns, content.rows, { width, indent: 2, title: palette.dim });
  }
  return heading + printFields(content.fields, { width, indent: 2, labelWidth: 12, label: palette.cyan });
}
