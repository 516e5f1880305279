import { Stack, type StackProps } from "aws-cdk-lib";
import { type IStringParameter, StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";

export interface SecurityStackProps extends StackProps {
  /** Start of the names of all parameters, such as `/bff/dev`. */
  readonly path: string;
}

/**
 * The parameters of Parameter Store that tasks read. Encrypted ones (SecureString) are written by their owner with
 * `aws ssm put-parameter`: CloudFormation cannot make them, and their values must not pass through a template.
 */
export class SecurityStack extends Stack {
  readonly databaseUrl: IStringParameter;
  readonly sessionSecret: IStringParameter;

  constructor(scope: Construct, id: string, props: SecurityStackProps) {
    super(scope, id, props);
    const secure = (constructId: string, name: string): IStringParameter =>
      StringParameter.fromSecureStringParameterAttributes(this, constructId, {
        parameterName: `${props.path}/security/${name}`,
      });
    this.databaseUrl = secure("DatabaseUrl", "database-url");
    this.sessionSecret = secure("SessionSecret", "session-secret");
    for (const [constructId, name, value] of [
      ["AppLogLevel", "app/log-level", "info"],
      ["AgentLogLevel", "agent/log-level", "info"],
    ] as const) {
      new StringParameter(this, constructId, { parameterName: `${props.path}/${name}`, stringValue: value });
    }
  }
}
