// Chinese to pinyin through pinyin-pro, loaded from node_modules at the first Chinese character.
import { createRequire } from 'node:module'

interface Pinyin {
  pinyin(text: string, options: { toneType: 'none'; type: 'array'; nonZh: 'consecutive'; v: true }): string[]
}

let library: Pinyin | undefined

function load(): Pinyin {
  // In the bundle this file is CommonJS and import.meta.url is empty: then Node's own require is at hand.
  const from = typeof __filename === 'string' ? __filename : process.cwd()
  library ??= createRequire(from)('pinyin-pro') as Pinyin
  return library
}

/** Syllables without tones; what is not Chinese stays as it is, in one piece per run. */
export function romanise(text: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(text)) return [text]
  return load().pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
}
