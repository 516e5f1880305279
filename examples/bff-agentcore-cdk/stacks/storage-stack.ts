import { Stack, type StackProps, Validations } from "aws-cdk-lib";
import { type IRepository, Repository, TagMutability } from "aws-cdk-lib/aws-ecr";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/** The platform's repositories and the data of the agents. */
export class StorageStack extends Stack {
  readonly appRepository: IRepository;
  readonly agentRepository: IRepository;
  readonly agentData: IBucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.appRepository = this.addRepository("AppRepository");
    this.agentRepository = this.addRepository("AgentRepository");
    this.agentData = new Bucket(this, "AgentData", {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
    });
    Validations.of(this.agentData).acknowledge({
      id: "AwsSolutions::AwsSolutions-S1",
      reason: "reads and writes of agent data are recorded by CloudTrail's data events",
    });
  }

  private addRepository(id: string): IRepository {
    return new Repository(this, id, {
      imageScanOnPush: true,
      imageTagMutability: TagMutability.IMMUTABLE,
      lifecycleRules: [{ maxImageCount: 30 }],
    });
  }
}
