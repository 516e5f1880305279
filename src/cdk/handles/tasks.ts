import {
  CfnSecurityGroup,
  Connections,
  type IConnectable,
  type ISecurityGroup,
  Port,
  SecurityGroup,
} from "aws-cdk-lib/aws-ec2";
import { CfnRepository, type IRepository, Repository } from "aws-cdk-lib/aws-ecr";
import {
  CfnTaskDefinition,
  FargateTaskDefinition,
  type IFargateTaskDefinition,
  NetworkMode,
} from "aws-cdk-lib/aws-ecs";
import { CfnRole, type IGrantable, type IPrincipal, type IRole, Role } from "aws-cdk-lib/aws-iam";
import { CfnLogGroup, type ILogGroup, LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Hosted } from "../hosted.js";

/** What an app brought in place of what tasks would have. */
export interface Brought {
  readonly taskRole?: IRole;
  readonly repository?: IRepository;
}

/**
 * The tasks of a service or of a job: what they may do, who they talk to, where they log. Grants and connections go
 * to the handle itself: `table.grantReadWriteData(shop.service("api"))`, `database.connections.allowFrom(shop.service("api"), ...)`.
 */
export abstract class TasksHandle extends Construct implements IGrantable, IConnectable {
  /** As the manifest calls it. */
  readonly name: string;
  /** Role of the code. A grant to it becomes a policy that exists before tasks start. */
  readonly taskRole: IRole;
  /** Role with which ECS starts the tasks: image, logs, secrets. */
  readonly executionRole: IRole;
  /** That of the code. */
  readonly grantPrincipal: IPrincipal;
  readonly securityGroup: ISecurityGroup;
  /** The security group of the tasks; the default port is the first that the container listens on. */
  readonly connections: Connections;
  readonly taskDefinition: IFargateTaskDefinition;
  readonly cfnTaskDefinition: CfnTaskDefinition;
  readonly logGroup: ILogGroup;
  /** Where the image is kept; undefined for one that is pulled from elsewhere. */
  readonly repository: IRepository | undefined;

  /** `prefix` starts the ids of the plan, such as `service/api`. */
  protected constructor(scope: Construct, name: string, prefix: string, hosted: Hosted, brought: Brought) {
    super(scope, prefix.replace("/", "-"));
    this.name = name;
    this.cfnTaskDefinition = hosted.get(`${prefix}/task-definition`, CfnTaskDefinition);
    this.taskRole = brought.taskRole ?? this.plannedRole(hosted.find(`${prefix}/task-role`, CfnRole));
    this.executionRole = this.role("ExecutionRole", hosted.get(`${prefix}/execution-role`, CfnRole));
    this.grantPrincipal = this.taskRole.grantPrincipal;
    const group = hosted.get(`${prefix}/security-group`, CfnSecurityGroup);
    this.securityGroup = SecurityGroup.fromSecurityGroupId(this, "SecurityGroup", group.attrGroupId, {
      allowAllOutbound: isOpen(hosted, prefix),
    });
    const port = portOf(hosted, prefix);
    this.connections = new Connections({
      securityGroups: [this.securityGroup],
      ...(port !== undefined && { defaultPort: Port.tcp(port) }),
    });
    this.taskDefinition = FargateTaskDefinition.fromFargateTaskDefinitionAttributes(this, "TaskDefinition", {
      taskDefinitionArn: this.cfnTaskDefinition.ref,
      networkMode: NetworkMode.AWS_VPC,
      taskRole: this.taskRole,
      executionRole: this.executionRole,
    });
    const logGroup = hosted.get(`${prefix}/log-group`, CfnLogGroup);
    this.logGroup = LogGroup.fromLogGroupName(this, "LogGroup", logGroup.ref);
    this.repository =
      brought.repository ?? this.ownRepository(hosted.find(`registry/${name}`, CfnRepository));
  }

  /**
   * By name, not by ARN: CDK reads an account out of an ARN, and one that it cannot read is another account to it,
   * which puts the role into the policy of an encryption key, and key and role into a circle.
   */
  private role(id: string, role: CfnRole): IRole {
    return Role.fromRoleName(this, id, role.ref);
  }

  /** Without one, the manifest imports a role: known by the ARN that the task definition has. */
  private plannedRole(role: CfnRole | undefined): IRole {
    if (role !== undefined) return this.role("TaskRole", role);
    return Role.fromRoleArn(this, "TaskRole", this.cfnTaskDefinition.taskRoleArn ?? "");
  }

  private ownRepository(repository: CfnRepository | undefined): IRepository | undefined {
    if (repository === undefined) return undefined;
    return Repository.fromRepositoryAttributes(this, "Repository", {
      repositoryArn: repository.attrArn,
      repositoryName: repository.ref,
    });
  }
}

/** With a rule that lets everything out, CDK is to add no further ones. */
function isOpen(hosted: Hosted, prefix: string): boolean {
  const group = hosted.planned("SecurityGroup", `${prefix}/security-group`);
  return group?.egress.some(({ traffic }) => traffic === "all") ?? true;
}

function portOf(hosted: Hosted, prefix: string): number | undefined {
  const containers = hosted.planned("TaskDefinition", `${prefix}/task-definition`)?.containers ?? [];
  return containers.flatMap(({ portMappings }) => portMappings)[0]?.containerPort;
}
