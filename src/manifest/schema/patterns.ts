/** `shop`, `shop-api`: lower-case words joined by single hyphens. */
export const namePattern: RegExp = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** The same, at most 40 characters, so that a joined name fits AWS's limits with room for both parts. */
export const shortNamePattern: RegExp = /^(?=.{1,40}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** A name of the kind above, or one with a `*` for any part of it. */
export const environmentPattern: RegExp = /^(?=.{1,40}$)[a-z](?:[a-z0-9*]|-(?=[a-z0-9*]))*$/;
export const resourceNamePattern: RegExp = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
export const variableNamePattern: RegExp = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
/** What ECS takes for a container and for its port mappings, which are named after it. */
export const containerNamePattern: RegExp = /^[a-z][a-z0-9_-]{0,39}$/;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html */
export const volumeNamePattern: RegExp = /^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/;
export const parameterNamePattern: RegExp = /^[A-Za-z][A-Za-z0-9_]*$/;
export const absolutePathPattern: RegExp = /^\//;
/** Not the root itself, which no volume can cover. */
export const mountPathPattern: RegExp = /^\/+[^/]/;
const account = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
/** As `--user` of docker. */
export const userPattern: RegExp = new RegExp(`^${account}(?::${account})?$`);
/** `net.ipv4.tcp_keepalive_time`; which of them is checked where it is read. */
export const sysctlPattern: RegExp = /^[a-z0-9_]+(?:\.[A-Za-z0-9_-]+)+$/;
export const labelPattern: RegExp = /^\S{1,255}$/;
export const regionPattern: RegExp = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
/** Zone names of AWS: a region and a letter; local and wavelength zones carry no Fargate load balancer. */
export const zoneNamePattern: RegExp = /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/;
export const durationPattern: RegExp = /^\d{1,9}[smhd]$/;
/** `300ms`, `2s`. */
export const shortDurationPattern: RegExp = /^\d{1,9}(?:ms|s)$/;
export const alarmArnPattern: RegExp =
  /^arn:aws[a-z-]*:cloudwatch:[a-z0-9-]+:\d{12}:alarm:([\x20-\x7e]{1,255})$/;
/** `8000-8100`. */
export const portRangePattern: RegExp = /^\d{1,5}-\d{1,5}$/;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html */
export const connectAliasPattern: RegExp = /^(?=.{1,127}$)[a-z0-9_][a-z0-9._-]*$/;
const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
export const dnsNamePattern: RegExp = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})+$`);
/** A private DNS name may be one word, such as `local`. */
export const namespacePattern: RegExp = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`);
export const domainPattern: RegExp = new RegExp(`^(?=.{1,253}$)(?:\\*\\.)?${label}(?:\\.${label})+$`);
export const accountPattern: RegExp = /^\d{12}$/;
export const tlsPolicyPattern: RegExp = /^ELBSecurityPolicy-[A-Za-z0-9-]+$/;
/** `70 %` or `70%`. */
export const percentPattern: RegExp = /^\d{1,3}(?:\.\d+)?\s?%$/;
/** At most 1011 characters and 15 levels. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
export const ssmPathPattern: RegExp = /^(?=.{2,1011}$)(?:\/[A-Za-z0-9_.-]+){1,15}$/;
export const ssmReferencePattern: RegExp = /^ssm:(?:\/[A-Za-z0-9_.-]+){1,15}$/;
/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html */
export const exportPattern: RegExp = /^[A-Za-z0-9:-]{1,255}$/;
export const digestPattern: RegExp = /^sha256:[0-9a-f]{64}$/;
export const imageTagPattern: RegExp = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const pathPart = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const registryHost = "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?";
const repository = `(?:${registryHost}/)?${pathPart}(?:/${pathPart})*`;
export const repositoryPattern: RegExp = new RegExp(`^${repository}$`);
/** `nginx`, `public.ecr.aws/nginx/nginx:1.27`, `host:5000/team/api@sha256:...`. */
export const imageReferencePattern: RegExp = new RegExp(
  `^${repository}(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_PathPatternConditionConfig.html */
export const routePathPattern: RegExp = /^\/[A-Za-z0-9_.$/~"'@:+&*?-]{0,127}$/;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HostHeaderConditionConfig.html */
export const routeHostPattern: RegExp = /^(?=.{1,128}$)[A-Za-z0-9.*?-]*\.[A-Za-z0-9.*?-]*$/;
/** Not the host, which has a condition of its own. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html */
export const headerNamePattern: RegExp = /^(?![Hh][Oo][Ss][Tt]$)[A-Za-z0-9!#$%&'+.^_`|~-]{1,40}$/;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpRequestMethodConditionConfig.html */
export const methodPattern: RegExp = /^[A-Z_-]{1,40}$/;
/** What a condition holds a header or a part of the query against; * and ? are wildcards. */
export const conditionValuePattern: RegExp = /^[\x20-\x7e]{1,128}$/;
export const queryKeyPattern: RegExp = /^[\x21-\x7e]{1,128}$/;
/** A cookie that the load balancer does not make itself. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html */
export const cookieNamePattern: RegExp = /^(?!AWSALB)[A-Za-z0-9!#$%&'*+.^_`|~-]{1,255}$/;
export const httpsUrlPattern: RegExp = /^https:\/\/[^\s"<>]{1,500}$/;
export const redirectUrlPattern: RegExp = /^https?:\/\/[^\s/?"<>]+(?:\/[^\s?"<>]*)?(?:\?[^\s"<>]*)?$/;
export const emailPattern: RegExp = /^(?=.{3,254}$)[^\s@:]+@[^\s@:]+\.[^\s@:]+$/;
export const topicArnPattern: RegExp = /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/;
/** `s3:GetObject`, `s3:Get*`; never all actions or all of a service. */
export const actionPattern: RegExp = /^[a-z0-9-]+:(?!\*$)[A-Za-z0-9*?]+$/;
/** An ARN, with wildcards where IAM allows them, or `*` for actions that support no resource. */
export const resourceArnPattern: RegExp = /^(?:\*|arn:aws[a-z-]*:[a-z0-9-]+:[^:\s]*:[^:\s]*:\S+)$/;
/** https://docs.aws.amazon.com/general/latest/gr/aws_tagging.html */
export const tagKeyPattern: RegExp = /^(?![aA][wW][sS]:)[\s\S]{1,128}$/;
export const tagValuePattern: RegExp = /^[\s\S]{0,256}$/;
