import { Stack, type StackProps, Validations } from "aws-cdk-lib";
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  type ISecurityGroup,
  type ISubnet,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from "aws-cdk-lib/aws-ec2";
import {
  type ApplicationListener,
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ListenerAction,
  ListenerCertificate,
  SslPolicy,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { fixedBlocks } from "./fixed-blocks.js";

export interface NetworkStackProps extends StackProps {
  readonly certificateArn: string;
  /** Id of S3's prefix list in the region: image layers come from there. */
  readonly s3PrefixListId: string;
}

/** The platform's network: VPC of 10.0.0.0/16 over two zones, VPC endpoints, and the public load balancer. */
export class NetworkStack extends Stack {
  readonly vpc: Vpc;
  readonly privateApp: readonly ISubnet[];
  readonly privateAgent: readonly ISubnet[];
  readonly privateData: readonly ISubnet[];
  readonly endpointSecurityGroup: ISecurityGroup;
  readonly s3PrefixListId: string;
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly listener: ApplicationListener;

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);
    this.vpc = new Vpc(this, "Vpc", {
      ipAddresses: fixedBlocks("10.0.0.0/16", {
        Public: ["10.0.1.0/24", "10.0.2.0/24"],
        PrivateApp: ["10.0.11.0/24", "10.0.12.0/24"],
        PrivateAgent: ["10.0.21.0/24", "10.0.22.0/24"],
        PrivateData: ["10.0.31.0/24", "10.0.32.0/24"],
      }),
      natGateways: 0,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: "Public", subnetType: SubnetType.PUBLIC, mapPublicIpOnLaunch: false },
        { name: "PrivateApp", subnetType: SubnetType.PRIVATE_ISOLATED },
        { name: "PrivateAgent", subnetType: SubnetType.PRIVATE_ISOLATED },
        { name: "PrivateData", subnetType: SubnetType.PRIVATE_ISOLATED },
      ],
      flowLogs: { Rejected: { destination: FlowLogDestination.toCloudWatchLogs() } },
    });
    const group = (subnetGroupName: string): ISubnet[] => this.vpc.selectSubnets({ subnetGroupName }).subnets;
    this.privateApp = group("PrivateApp");
    this.privateAgent = group("PrivateAgent");
    this.privateData = group("PrivateData");
    this.s3PrefixListId = props.s3PrefixListId;
    this.endpointSecurityGroup = this.addEndpoints();
    this.loadBalancer = this.addLoadBalancer();
    this.listener = this.addListener(props.certificateArn);
  }

  /** Written down, so that no account is asked when the app is synthesized. */
  override get availabilityZones(): string[] {
    return ["a", "b"].map((letter) => `${this.region}${letter}`);
  }

  /** What tasks without a NAT gateway need: images, logs, parameters, and the models. */
  private addEndpoints(): ISecurityGroup {
    const securityGroup = new SecurityGroup(this, "EndpointSecurityGroup", {
      vpc: this.vpc,
      description: "Interface endpoints of the VPC",
      allowAllOutbound: false,
    });
    this.vpc.addGatewayEndpoint("S3", { service: GatewayVpcEndpointAwsService.S3 });
    const services = {
      EcrApi: InterfaceVpcEndpointAwsService.ECR,
      EcrDocker: InterfaceVpcEndpointAwsService.ECR_DOCKER,
      Logs: InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
      Ssm: InterfaceVpcEndpointAwsService.SSM,
      BedrockRuntime: InterfaceVpcEndpointAwsService.BEDROCK_RUNTIME,
      BedrockAgentRuntime: InterfaceVpcEndpointAwsService.BEDROCK_AGENT_RUNTIME,
    };
    for (const [id, service] of Object.entries(services)) {
      this.vpc.addInterfaceEndpoint(id, {
        service,
        subnets: { subnets: [...this.privateApp] },
        securityGroups: [securityGroup],
        // Each service that uses the endpoints gets a rule of its own.
        open: false,
      });
    }
    return securityGroup;
  }

  private addLoadBalancer(): ApplicationLoadBalancer {
    const logs = new Bucket(this, "AccessLogs", {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
    });
    Validations.of(logs).acknowledge({
      id: "AwsSolutions::AwsSolutions-S1",
      reason: "this bucket holds access logs itself, and a log of who read the log is kept by CloudTrail",
    });
    const securityGroup = new SecurityGroup(this, "LoadBalancerSecurityGroup", {
      vpc: this.vpc,
      description: "Public load balancer",
      allowAllOutbound: false,
    });
    Validations.of(securityGroup).acknowledge({
      id: "AwsSolutions::AwsSolutions-EC23",
      reason: "the load balancer is public: anyone may reach port 443, and nothing else",
    });
    securityGroup.addIngressRule(Peer.anyIpv4(), Port.tcp(443), "HTTPS from anywhere");
    const loadBalancer = new ApplicationLoadBalancer(this, "LoadBalancer", {
      vpc: this.vpc,
      internetFacing: true,
      securityGroup,
      dropInvalidHeaderFields: true,
    });
    loadBalancer.logAccessLogs(logs);
    return loadBalancer;
  }

  private addListener(certificateArn: string): ApplicationListener {
    return this.loadBalancer.addListener("Https", {
      port: 443,
      protocol: ApplicationProtocol.HTTPS,
      certificates: [ListenerCertificate.fromArn(certificateArn)],
      sslPolicy: SslPolicy.RECOMMENDED_TLS,
      defaultAction: ListenerAction.fixedResponse(404),
      // The load balancer's security group says who may come in.
      open: false,
    });
  }
}
