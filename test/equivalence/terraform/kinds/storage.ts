import { flag, number, set, text } from "../../converters.js";
import { type Kinds, nameTag, onlyOne, subjectOf } from "../../kind.js";
import { as, inSubject, under, within } from "../../read.js";

const tags = { tags_all: as("tags") };

export const storage: Kinds = {
  aws_secretsmanager_secret: {
    subject: (get) => `secret ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      description: as("description"),
      kms_key_id: as("key"),
      recovery_window_in_days: as("recovery window", number),
    },
    assumed: { removal: "delete" },
  },
  aws_efs_file_system: {
    subject: (get) => `file system ${nameTag(get("tags_all")) ?? onlyOne}`,
    fields: {
      ...tags,
      encrypted: as("encrypted", flag),
      kms_key_id: as("key"),
      performance_mode: as("performance mode"),
      throughput_mode: as("throughput mode"),
    },
    assumed: { removal: "delete" },
  },
  aws_efs_backup_policy: {
    subject: (get) => subjectOf(get("file_system_id"), "file system"),
    fields: { file_system_id: inSubject("id"), backup_policy: within({ status: as("backup", flag) }) },
  },
  aws_efs_mount_target: {
    subject: (get) =>
      `mount target of ${subjectOf(get("file_system_id"), "file system")} in ${subjectOf(get("subnet_id"), "subnet")}`,
    fields: {
      file_system_id: as("file system"),
      subnet_id: as("subnet"),
      security_groups: as("security groups", set),
    },
  },
  aws_efs_access_point: {
    subject: (get) => `access point ${nameTag(get("tags_all")) ?? onlyOne}`,
    fields: {
      ...tags,
      file_system_id: as("file system"),
      posix_user: under("user", { uid: as("uid", text), gid: as("gid", text) }),
      root_directory: under("directory", {
        path: as("path"),
        creation_info: within({
          owner_uid: as("uid", text),
          owner_gid: as("gid", text),
          permissions: as("permissions"),
        }),
      }),
    },
  },
};
