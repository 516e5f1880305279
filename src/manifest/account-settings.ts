/** What every role that is made has. */
export interface IamSettings {
  readonly permissionsBoundary?: string;
  readonly path?: string;
}

/** Where the application goes, and as whom. */
export interface AccountSettings {
  /** The region that this manifest was read for. */
  readonly region?: string;
  /** All that the manifest names, where there are several. */
  readonly regions?: readonly string[];
  /** Twelve digits. */
  readonly account?: string;
  /** ARN of the role that deploys. */
  readonly role?: string;
  readonly iam?: IamSettings;
  /** The pattern that the environment's name matched, such as `pr-*`. */
  readonly pattern?: string;
  /** How long the environment is meant to be there, as written. */
  readonly ttl?: string;
}
