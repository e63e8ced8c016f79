// Names of firms and people made comparable: case, width, accents, order and legal form do not matter.

/** Words that say what kind of firm it is, not which one; whole words only. */
const legalWords = new Set(
  'co ltd limited inc incorporated llc llp lp plc corp corporation company gmbh mbh ag kg ohg ug ev sarl sas sasu sa spa srl bv nv oy ab as aps pty pte sdn bhd kk the and und et'.split(
    ' ',
  ),
)
const legalChinese =
  /股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|集团公司|公司|集团|（[^）]*）|\([^)]*\)/gu

/** Words in order of the text, each once. Chinese is cut into pairs of characters, so that names without blanks can be compared. */
export function nameWords(name: string): string[] {
  const plain = name
    .normalize('NFKC')
    .replace(legalChinese, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
  const words = plain.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
  const split = words.flatMap((w) => (/\p{Script=Han}/u.test(w) ? pairs(w) : legalWords.has(w) ? [] : [w]))
  return [...new Set(split)]
}

function pairs(text: string): string[] {
  const characters = [...text]
  if (characters.length < 3) return [text]
  return characters.slice(1).map((c, i) => (characters[i] ?? '') + c)
}

/** The same for two names that have the same words; empty where too little is left to tell anybody by. */
export function nameIdentity(name: string): string {
  const words = nameWords(name)
  const letters = words.reduce((n, w) => n + (/\p{Script=Han}/u.test(w) ? 2 * w.length : w.length), 0)
  return letters < 5 ? '' : words.sort().join(' ')
}
