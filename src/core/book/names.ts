// Names of firms and people made comparable: case, width, accents, order and legal form do not matter.

/** Words that say what kind of firm it is, not which one; whole words only. */
const legalWords = new Set(
  [
    'co ltd limited inc incorporated llc llp lp plc corp corporation company pty pte pvt private sdn bhd',
    'gmbh mbh ag kg kgaa ohg ug ev eg gbr se sarl sas sasu sa eurl sca snc spa srl srls scarl sapa',
    'bv nv vof cv oy oyj ab as asa aps hb kb ans da is hf ehf sp zoo spzoo sro doo dooel dd jsc ooo oao zao pao',
    'kft zrt nyrt bt ltda lda eireli sl slu sau cia sac saa spr kk gk yk tbk pt cv tapui fze fzco wll',
    'the and und et y e og',
  ].flatMap((line) => line.split(' ')),
)
const legalChinese =
  /株式会社|有限会社|合同会社|주식회사|유한회사|股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|集团公司|公司|集团|（[^）]*）|\([^)]*\)/gu

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
