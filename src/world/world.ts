// The narrow ports to everything impure. Tests hand in a fixed World; `realWorld` in real.ts is the machine.
import type { Day } from '../core/base/day.ts'
import type { Hash } from '../core/base/id.ts'

export type FileKind = 'file' | 'folder' | 'link' | 'other'

export interface FileStatus {
  readonly kind: FileKind
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly inode: number
  readonly device: number
  readonly links: number
}

/** A failed call of the file system; `code` is the POSIX name, as ENOENT. */
export class FileError extends Error {
  constructor(
    readonly code: string,
    readonly call: string,
    readonly path: string,
  ) {
    super(`${code}: ${call} ${path}`)
    this.name = 'FileError'
  }
}

/** A file that stays the same one, whatever takes its place meanwhile. */
export interface OpenFile {
  readonly status: FileStatus
  /** Fewer bytes where the file ends before. */
  read(from: number, length: number): Uint8Array
  close(): void
}

/** In one piece, or in pieces one after another. */
export type Bytes = Uint8Array | readonly Uint8Array[]

/** The file system, call by call, so that every one can be made to fail. All calls are synchronous and throw FileError. */
export interface Files {
  /**
   * A regular file, whole; ELOOP for a link, EISDIR for a folder, EINVAL for a pipe or a device. Never waits. Where it can be
   * had for nothing, `opened` hears the status of the file before its content is read, and may throw to leave it unread.
   */
  read(path: string, opened?: (status: FileStatus) => void): Uint8Array
  /** The same file to be read in parts; whoever opens it closes it. */
  open(path: string): OpenFile
  /** Names in a folder, sorted by code unit; an absent folder is empty. */
  list(path: string): string[]
  /** Without following links; null where there is nothing. */
  status(path: string): FileStatus | null
  realPath(path: string): string
  /** Creates a file that must not exist, mode 0600, and writes all bytes; they are on the disk unless `durable` is false. */
  create(path: string, bytes: Bytes, durable?: boolean): void
  /** Writes into a device or a pipe that is there; links are followed. Files are never written into: EEXIST. */
  pour(path: string, bytes: Uint8Array): void
  /** What `create` wrote into these files of a folder without making it durable is on the disk. */
  syncFiles(folder: string, names: readonly string[]): void
  /** Takes the place of what is at `to`. */
  rename(from: string, to: string): void
  /** A hard link; EEXIST when `to` is there. */
  link(from: string, to: string): void
  remove(path: string): void
  /** Mode 0700, parents as needed, nothing where there is one; `syncFolder` on its parents makes it last. */
  makeFolder(path: string): void
  removeFolder(path: string): void
  /** What was created, renamed and removed in the folder so far is on the disk. */
  syncFolder(path: string): void
}

export interface Terminal {
  readonly interactive: boolean
  readonly colour: boolean
  readonly width: number
  /** Data, to standard output. */
  write(text: string): void
  writeBytes(bytes: Uint8Array): void
  /** Talk, to standard error. */
  say(text: string): void
  confirm(question: string, fallback: boolean): Promise<boolean>
  input(question: string, fallback: string): Promise<string>
  /** Shows a screen and waits for one key: a letter or a digit as it is typed, in lower case. */
  key(screen: string): Promise<string>
  /** All of standard input. */
  readInput(): Uint8Array
  /** Opens a text in the user's editor and returns it as saved. */
  edit(text: string, suffix: string): Promise<string>
}

export interface ProcessResult {
  readonly code: number
  readonly stdout: Uint8Array
  readonly stderr: string
}

/** What tells one process from every other, on this machine and elsewhere. */
export interface ProcessIdentity {
  readonly pid: number
  /** Tells a process from an earlier one with the same pid. */
  readonly start: string
  /** The boot and the space of pids in which `pid` means something. */
  readonly boot: string
  /** The machine, where every reboot of it ends all its processes for sure; '' where that is not known. */
  readonly machine: string
  readonly host: string
}

/** A thread that works while the program goes on. */
export interface Thread {
  /** Its next answer; null where none comes within so many milliseconds. */
  take(patience: number): unknown
  /** It is not needed any more. */
  end(): void
}

export interface World {
  readonly files: Files
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly folder: string
  /** The folder of this program, with its `examples/`. */
  readonly program: string
  readonly platform: string
  readonly hash: Hash
  /** Today in a time zone; used only where neither `--today` nor CRM_TODAY is given. */
  today(timezone: string | undefined): Day
  /** Hexadecimal digits nobody can guess. */
  randomHex(digits: number): string
  /** Runs a program without a shell. */
  run(
    program: string,
    args: readonly string[],
    options: { readonly folder: string; readonly input?: Uint8Array },
  ): ProcessResult
  /**
   * The same while this program goes on; also where it cannot be run, which is code 127. Of the environment it hears what tells
   * where things are, and `environment`.
   */
  beside(
    program: string,
    args: readonly string[],
    options: { readonly folder: string; readonly environment: Readonly<Record<string, string>> },
  ): Promise<ProcessResult>
  /** Work in another thread, by the real files; null where there is none to be had. `job`: plain data and shared memory. */
  thread?(job: unknown): Thread | null
  /** Our own process, for the lock. */
  readonly process: ProcessIdentity
  /** The start of a running process as the lock records it; '' when it cannot be told, null when there is no such process. */
  processStart(pid: number): string | null
  sleep(milliseconds: number): Promise<void>
  /** The moment in UTC, for people to read; no decision rests on it. */
  moment(): string
  /** From here on SIGINT and SIGTERM end the program with exit code 130, when it next waits for something. */
  obeySignals(): void
  /** From here on they wait for the program to end by itself: it has begun to write. */
  holdSignals(): void
}
