// What the codes of the operating system mean.

const meanings: Readonly<Record<string, string>> = {
  ENOENT: '不存在',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘只读',
  ENOSPC: '磁盘已满',
  EDQUOT: '配额已用尽',
  EISDIR: '是文件夹',
  ENOTDIR: '路径中有一段是文件而不是文件夹',
  EIO: '磁盘报告错误',
  EMFILE: '打开的文件过多',
  ENFILE: '打开的文件过多',
  EINVAL: '不是普通文件',
  ELOOP: '是链接',
  EEXIST: '已经存在',
  EXDEV: '在另一块磁盘上',
  ENAMETOOLONG: '名称过长',
}

/** With the code behind it, for whoever looks further; the code alone where it is none of the usual ones. */
export function systemReason(code: string): string {
  const meaning = meanings[code]
  return meaning === undefined ? code : `${meaning}（${code}）`
}
