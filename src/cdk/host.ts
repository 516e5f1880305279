import { Annotations, type CfnResource } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { ISecret } from "aws-cdk-lib/aws-secretsmanager";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import { Construct } from "constructs";
import { renderCloudFormation } from "../cloudformation/index.js";
import { type Diagnostic, error, hasErrors, suggest } from "../diagnostics/index.js";
import type { Plan, Stack as PlannedStack } from "../plan/index.js";
import { checkLogicalIds } from "./checks/collisions.js";
import { checkEnvironment } from "./checks/environment.js";
import { clashingPriorities } from "./checks/priorities.js";
import { connectListener } from "./connect-listener.js";
import { connectNetwork } from "./connect-network.js";
import { LongshoreError, show } from "./error.js";
import { fillParameters } from "./fillings.js";
import { JobHandle } from "./handles/job.js";
import { ResourceHandles } from "./handles/resources.js";
import { ServiceHandle } from "./handles/service.js";
import type { Brought } from "./handles/tasks.js";
import { Hosted, type L1Class } from "./hosted.js";
import type { LongshoreImports } from "./imports.js";
import { includeTemplate } from "./include-template.js";
import { ingressesOf } from "./layers/ingress.js";
import { planOf } from "./plan-of.js";
import type { ManifestProps } from "./props.js";

/** Where each stack of a plan goes, and how. */
export interface Placement {
  readonly layout: "single" | "layered";
  readonly preserveLogicalIds: boolean;
  /** The scope whose stack takes the resources of this one. */
  readonly scopeFor: (host: Construct, stack: PlannedStack, plan: Plan) => Construct;
}

/** What `Longshore` and `LongshoreStacks` share: the plan of a manifest, hosted in an app, and handles on what is in it. */
export abstract class LongshoreHost extends Construct {
  /** Everything that was decided, as `longshore plan --json` shows it. */
  readonly plan: Plan;
  private readonly hosted: Hosted;
  private readonly imports: LongshoreImports;
  private readonly services = new Map<string, ServiceHandle>();
  private readonly jobs = new Map<string, JobHandle>();
  private readonly resources: ResourceHandles;

  protected constructor(scope: Construct, id: string, props: ManifestProps, placement: Placement) {
    super(scope, id);
    const planned = planOf(props, placement.layout);
    const { plan } = planned;
    const { fillings, diagnostics } = fillParameters(plan, planned.fillings, props.parameters);
    const found: Diagnostic[] = [...diagnostics];
    const templates = new Map<string, CfnInclude>();
    this.imports = props.imports ?? {};
    for (const rendered of renderCloudFormation(plan)) {
      const stack = plan.stacks.find(({ name }) => name === rendered.stack);
      if (stack === undefined) continue;
      const home = placement.scopeFor(this, stack, plan);
      const environment = checkEnvironment(home, plan, this.imports);
      // Stacks of one environment have the same to say.
      found.push(...environment.filter(({ message }) => !found.some((each) => each.message === message)));
      if (placement.preserveLogicalIds) found.push(...checkLogicalIds(home, stack, plan));
      if (hasErrors(found)) throw new LongshoreError(planned.place(found), planned.textOf);
      templates.set(
        stack.name,
        includeTemplate(home, rendered.template, fillings, placement.preserveLogicalIds),
      );
    }
    this.plan = plan;
    this.hosted = new Hosted(plan, templates);
    this.resources = new ResourceHandles(this.hosted, this.imports.resources);
    connectNetwork(this.hosted, planned.manifest, this.imports);
    for (const ingress of ingressesOf(this.imports).values()) {
      connectListener(this.hosted, ingress, (name) => this.service(name));
    }
    this.node.addValidation({ validate: () => clashingPriorities(this, this.hosted) });
    for (const warning of [...planned.warnings, ...planned.place(found)]) {
      const message = show(warning, planned.textOf, planned.warnings);
      Annotations.of(this).addWarningV2(`longshore:${warning.code}`, message);
    }
  }

  /**
   * A service: its role, connections, task definition and the like.
   *
   * @throws LongshoreError where the manifest has no such service.
   */
  service(name: string): ServiceHandle {
    const known = this.services.get(name);
    if (known !== undefined) return known;
    const handle = new ServiceHandle(
      this.homeOf("service", name, "service"),
      name,
      this.hosted,
      this.brought(name),
    );
    this.services.set(name, handle);
    return handle;
  }

  /**
   * A job: its role, connections, state machine and the like.
   *
   * @throws LongshoreError where the manifest has no such job.
   */
  job(name: string): JobHandle {
    const known = this.jobs.get(name);
    if (known !== undefined) return known;
    const handle = new JobHandle(
      this.homeOf("job", name, "state-machine"),
      name,
      this.hosted,
      this.brought(name),
    );
    this.jobs.set(name, handle);
    return handle;
  }

  /** A bucket of the manifest's `resources`. */
  bucket(name: string): IBucket {
    return this.resources.bucket(name);
  }

  /** A DynamoDB table of the manifest's `resources`. */
  table(name: string): ITable {
    return this.resources.table(name);
  }

  /** A secret of the manifest's `resources`. */
  secret(name: string): ISecret {
    return this.resources.secret(name);
  }

  /** An SQS queue of the manifest's `resources`. */
  queue(name: string): IQueue {
    return this.resources.queue(name);
  }

  /** An SNS topic of the manifest's `resources`. */
  topic(name: string): ITopic {
    return this.resources.topic(name);
  }

  /** The L1 construct of a resource by its id in the plan, such as `service/api/target-group`. */
  resource(id: string): CfnResource;
  resource<T extends CfnResource>(id: string, type: L1Class<T>): T;
  resource(id: string, type?: L1Class<CfnResource>): CfnResource {
    return this.hosted.get(id, type);
  }

  /** The scope of the stack that has the part of a service or job which every one has. */
  private homeOf(kind: "service" | "job", name: string, part: string): Construct {
    const ids = this.hosted.idsLike(new RegExp(`^${kind}/[^/]+/${part}$`));
    const id = `${kind}/${name}/${part}`;
    if (ids.includes(id)) return this.hosted.homeOf(id);
    throw unknownName(
      kind,
      name,
      ids.map((each) => each.split("/")[1] ?? ""),
    );
  }

  private brought(service: string): Brought {
    const taskRole = this.imports.taskRoles?.[service];
    const repository = this.imports.repositories?.[service];
    return { ...(taskRole && { taskRole }), ...(repository && { repository }) };
  }
}

function unknownName(kind: string, name: string, names: readonly string[]): LongshoreError {
  const meant = suggest(name, names);
  return new LongshoreError([
    error("unknown-service", "", `the manifest has no ${kind} "${name}"`, {
      hint: meant === undefined ? `it has ${names.join(", ") || "none"}` : `did you mean "${meant}"?`,
    }),
  ]);
}
