/** Why the operating system refused, in words. */
export function describeSystemError(problem: unknown): string {
  const code = systemErrorCode(problem);
  return code === undefined ? String(problem) : (meanings[code] ?? `the system answers ${code}`);
}

/** `ENOENT` and its like; absent for what is not an error of the operating system. */
export function systemErrorCode(problem: unknown): string | undefined {
  if (!(problem instanceof Error) || !("code" in problem) || !("syscall" in problem)) return undefined;
  return typeof problem.code === "string" ? problem.code : undefined;
}

const meanings: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "it is in use",
  EDQUOT: "the disk quota is used up",
  EEXIST: "there is a file of that name",
  EISDIR: "it is a directory",
  ELOOP: "its symbolic links lead in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "it does not exist",
  ENOSPC: "no space is left on the device",
  ENOTDIR: "a part of the path is a file",
  ENXIO: "nothing is behind it",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
};
