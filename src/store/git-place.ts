// Where the repository of a book lies, as git says it, and, where it is an ordinary one, without asking.
import { dirname, resolve, sep } from 'node:path'
import type { Files } from '../world/world.ts'
import { readIfThere } from './digest.ts'

/** Full paths; `top` with forward slashes. */
export interface GitPlace {
  readonly top: string
  /** Of the book in the work tree, with a slash behind it; empty where the book is the whole. */
  readonly prefix: string
  readonly index: string
  readonly attributes: string
}

/** What git is asked for `placeSaid`. */
export const whichPlace = [
  ...['rev-parse', '--show-toplevel', '--show-prefix'],
  ...['--git-path', 'index', '--git-path', 'info/attributes'],
]

/** `folder`: without links, as git sees it. */
export function placeSaid(folder: string, [top, prefix, index, attributes]: readonly string[]): GitPlace | null {
  if (top === undefined || prefix === undefined || index === undefined || attributes === undefined) return null
  return { top, prefix, index: resolve(folder, index), attributes: resolve(folder, attributes) }
}

/** Null where `.git` is not a folder in this one or above it; git has the last word on whether it is the place. */
export function ordinaryPlace(files: Files, folder: string): GitPlace | null {
  for (let at = folder; ; at = dirname(at)) {
    const status = files.status(`${at}/.git`)
    if (status !== null || dirname(at) === at) {
      if (status?.kind !== 'folder') return null
      const top = slashed(at)
      const below = slashed(folder).slice(top.length + 1)
      return {
        top,
        prefix: below === '' ? '' : `${below}/`,
        index: resolve(at, '.git/index'),
        attributes: resolve(at, '.git/info/attributes'),
      }
    }
  }
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/')
}

/** With a filter two contents are one to git, and a program of the user's runs. */
export function mayFilter(files: Files, folder: string, { top, prefix, attributes }: GitPlace): boolean {
  const folders = prefix.split('/').filter((name) => name !== '')
  const above = folders.map((_, i) => `${top}/${folders.slice(0, i + 1).join('/')}`)
  const paths = [top, ...above, `${folder}/customers`].map((path) => `${path}/.gitattributes`)
  return [...paths, attributes].some((path) => {
    const bytes = readIfThere(files, path)
    return bytes !== null && /filter|ident|working-tree-encoding/.test(new TextDecoder().decode(bytes))
  })
}
