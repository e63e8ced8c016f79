// Damages to a file as disks, merges, editors, spreadsheets and ill will do them; the same for the same numbers drawn.

/** A number from 0 up to and without 1. */
type Random = () => number

const tokens: readonly Buffer[] = [
  ...['', ' ', '  ', '\t', '\n', '\r\n', '\r', '\0', '\u00a0', '\uFEFF', '\u0085', '\u2028', '\u202e', '\u001b[2J'],
  ...[
    ',',
    ';',
    '"',
    '""',
    "'",
    ':',
    ': ',
    '#',
    ' #',
    '- ',
    '-',
    '--',
    '---\n',
    '...\n',
    '? ',
    '|',
    '|-\n',
    '>',
    '&a ',
    '*a',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '[[[[[[[[',
    '{{{{{{{{',
    '!!js/function ',
    '!',
    '%YAML 1.1\n',
    '<<: ',
    '__proto__: ',
    'constructor: ',
  ],
  ...[
    '0',
    '1',
    '-1',
    '010',
    '1e3',
    '1e309',
    '0x1f',
    '.',
    '..',
    '1.005',
    '99999999999999999999',
    '9007199254740993',
    'NaN',
  ],
  ...[
    'null',
    'NO',
    'true',
    '~',
    '2026-02-30',
    '9999-99-99',
    '2026-11-05',
    '20261105',
    '=cmd()',
    '@',
    '%',
    '\\',
    '$',
    '^',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<a>',
    '</a>',
    '&amp;',
    '&#0;',
    '&lt;',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
  ],
  ...[
    ':20:',
    ':61:',
    ':86:',
    ':60F:',
    ':62F:',
    '\n-}',
    '?20',
    '?32',
    '!Type:Bank\n',
    'D',
    'T',
    '^\n',
    '<STMTTRN>',
    '<TRNAMT>',
  ],
  ...['<<<<<<< ours\n', '=======\n', '>>>>>>> theirs\n', '||||||| base\n'],
]
  .map((text) => Buffer.from(text))
  .concat([Buffer.from([0xff]), Buffer.from([0xc3]), Buffer.from([0xff, 0xfe]), Buffer.from([0xd4, 0xf5, 0xc6])])

/** One to five damages after each other; never more than `most` bytes. */
export function damaged(seed: Uint8Array, others: readonly Uint8Array[], random: Random, most = 100_000): Buffer {
  let bytes: Buffer = Buffer.from(seed)
  const times = 1 + Math.floor(random() ** 2 * 5)
  for (let i = 0; i < times; i++) bytes = onceMore(bytes, others, random)
  return bytes.subarray(0, most)
}

function pick<T>(all: readonly T[], random: Random): T | undefined {
  return all[Math.floor(random() * all.length)]
}

function onceMore(bytes: Buffer, others: readonly Uint8Array[], random: Random): Buffer {
  const at = Math.floor(random() * (bytes.length + 1))
  const length = Math.floor(random() ** 3 * 40)
  const spliced = (put: Uint8Array, cut = 0) =>
    Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(Math.min(bytes.length, at + cut))])
  // Long runs of one thing show what takes the square of a length.
  if (random() < 0.001) return spliced(run(pick(tokens, random) ?? Buffer.alloc(0)))
  const kind = Math.floor(random() * 10)
  if (kind < 3) return spliced(pick(tokens, random) ?? Buffer.alloc(0), random() < 0.5 ? 0 : length)
  if (kind === 3) return spliced(Buffer.alloc(0), length + 1)
  if (kind === 4) return spliced(Buffer.from([Math.floor(random() * 256)]), 1)
  if (kind === 5) return repeated(bytes, at, length, random)
  if (kind === 6) return swappedLines(bytes, random)
  if (kind === 7) return bytes.subarray(0, at)
  if (kind === 8) return inOtherWriting(bytes, random)
  const other = pick(others, random) ?? bytes
  const from = Math.floor(random() * other.length)
  return spliced(other.subarray(from, from + 200), length)
}

function run(of: Buffer): Buffer {
  return Buffer.alloc(60_000, of.length === 0 ? ' ' : of)
}

function repeated(bytes: Buffer, at: number, length: number, random: Random): Buffer {
  const piece = bytes.subarray(at, at + 1 + length)
  const times = Math.floor(random() ** 6 * 2000)
  return Buffer.concat([bytes.subarray(0, at), ...Array<Buffer>(times).fill(piece), bytes.subarray(at)])
}

function swappedLines(bytes: Buffer, random: Random): Buffer {
  const lines = bytes.toString('latin1').split('\n')
  const [a, b] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)]
  const [first = '', second = ''] = [lines[a], lines[b]]
  lines[a] = second
  if (random() < 0.7) lines[b] = first
  return Buffer.from(lines.join('\n'), 'latin1')
}

function inOtherWriting(bytes: Buffer, random: Random): Buffer {
  const which = Math.floor(random() * 4)
  if (which === 0) return Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')
  if (which === 1) return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
  if (which === 2) return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString('utf8'), 'utf16le')])
  return Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1')
}
