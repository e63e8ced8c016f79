// A readable id from a name: the file's name, and what people type.
import { isCustomerId } from './customer.ts'

/** Words that say what kind of firm it is, not which one. */
const legalForms =
  /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|公司|（[^）]*）|\b(?:co|ltd|limited|inc|llc|llp|plc|corp|corporation|company|gmbh|ag|kg|sarl|sas|s\.a\.r\.l|b\.?v|s\.?a|s\.?r\.?l|pty|oy|ab|as)\b\.?)/giu

const longest = 40

/**
 * Lower-case letters and digits joined by hyphens, at most 40 characters; Chinese through `romanise`, syllables written together.
 * Empty when the name has nothing to spell.
 */
export function slugOf(name: string, romanise: (text: string) => readonly string[]): string {
  const stripped = name.normalize('NFKC').replace(legalForms, ' ')
  const kept = /[\p{L}\p{N}]/u.test(stripped) ? stripped : name.normalize('NFKC')
  const spelled = kept.replace(/\p{Script=Han}+/gu, (run) => ` ${romanise(run).join('')} `)
  const plain = spelled
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return shortened(plain)
}

/** Cut at a hyphen where one is near enough. */
function shortened(slug: string): string {
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest)
  const hyphen = cut.lastIndexOf('-')
  return (hyphen > longest / 2 ? cut.slice(0, hyphen) : cut).replace(/-+$/, '')
}

/**
 * An id that nobody has yet. Companies: the slug, then slug-2, slug-3 …; persons: `p-0001` counting up, so that the file's name tells
 * nothing about them.
 */
export function newCustomerId(
  name: string,
  kind: 'company' | 'person',
  taken: { has(id: string): boolean },
  romanise: (text: string) => readonly string[],
): string {
  const slug = kind === 'person' ? '' : slugOf(name, romanise)
  if (slug === '' || !isCustomerId(slug)) {
    const prefix = kind === 'person' ? 'p' : 'c'
    for (let n = 1; ; n++) {
      const id = `${prefix}-${String(n).padStart(4, '0')}`
      if (!taken.has(id)) return id
    }
  }
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug}-${n}`
    if (!taken.has(id)) return id
  }
}
