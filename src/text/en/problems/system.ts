// What the codes of the operating system mean.

const meanings: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EIO: 'the disk reports an error',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  EINVAL: 'it is not a plain file',
  ELOOP: 'it is a link',
  EEXIST: 'it is there already',
  EXDEV: 'it lies on another disk',
  ENAMETOOLONG: 'the name is too long',
}

/** With the code behind it, for whoever looks further; the code alone where it is none of the usual ones. */
export function systemReason(code: string): string {
  const meaning = meanings[code]
  return meaning === undefined ? code : `${meaning} (${code})`
}
