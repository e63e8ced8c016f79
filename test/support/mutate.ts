// Small damages to a text, as editors, merges and disks do them.
import fc from 'fast-check'

const pieces = [
  '',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  ',',
  '"',
  "'",
  ':',
  ': ',
  '#',
  ' #',
  '-',
  '- ',
  '0',
  '1',
  '.',
  '[',
  ']',
  '{',
  '}',
  '|',
  '>',
  '&a',
  '*a',
  '!',
  '%',
  '?',
  '\\',
  '\u00a0',
  '\uFEFF',
  'é',
  '\u2028',
  '\u0085',
  '---\n',
  '...\n',
  '<<<<<<< x\n',
  '\0',
]

/** Replaces, inserts or deletes at a few places. The result is one that a UTF-8 file can hold. */
export function mutated(text: string): fc.Arbitrary<string> {
  const one = fc.record({ at: fc.nat(), cut: fc.constantFrom(0, 0, 1, 1, 2, 5), put: fc.constantFrom(...pieces) })
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((edits) => {
    const damaged = edits.reduce((t, { at, cut, put }) => {
      const place = at % (t.length + 1)
      return t.slice(0, place) + put + t.slice(place + cut)
    }, text)
    return Buffer.from(damaged).toString('utf8')
  })
}
