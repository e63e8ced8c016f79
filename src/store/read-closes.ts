// Closed months: a YAML file each that says what it was, and beside it the list of what it was sealed over.
import { problem } from '../core/base/problem.ts'
import type { Close, SealedLine } from '../core/book/close.ts'
import { closeCodec, sealedCodec } from './codecs/close.ts'
import { collapseRows, nothingSeen } from './collapse.ts'
import { readCsvWithCare } from './csv/codec.ts'
import { readCsvFast } from './csv/fast.ts'
import { isPassedOver, listFolder, type Reading, readSource } from './disk.ts'
import { isMonth } from './fields.ts'
import { readYaml } from './yaml/codec.ts'

interface CloseFile {
  readonly month: string
  readonly path: string
}

const folder = 'closes'
const endings: readonly string[] = ['yaml', 'csv']

/** In order of name. */
function closeFiles(reading: Reading, ending: 'yaml' | 'csv'): CloseFile[] {
  return listFolder(reading, folder).flatMap((name): CloseFile[] => {
    const [month = '', found = '', ...more] = name.split('.')
    const isGood = isMonth(month) && endings.includes(found) && more.length === 0
    return isGood && found === ending ? [{ month, path: `${folder}/${name}` }] : []
  })
}

/** A name of any other form is a problem, so that nothing is overlooked. */
function refuseOthers(reading: Reading): void {
  const known = new Set([...closeFiles(reading, 'yaml'), ...closeFiles(reading, 'csv')].map((f) => f.path))
  for (const name of listFolder(reading, folder)) {
    const path = `${folder}/${name}`
    if (!isPassedOver(name) && !known.has(path))
      reading.problems.push(problem('bad-file-name', { name }, { file: path }))
  }
}

export function readCloses(reading: Reading): Map<string, Close> {
  const closes = new Map<string, Close>()
  refuseOthers(reading)
  for (const { month, path } of closeFiles(reading, 'yaml')) {
    const source = readSource(reading, path, closeCodec.limit)
    const close = source === null ? null : readYaml(closeCodec, source, { month }, reading.problems)
    if (close !== null) closes.set(month, close)
  }
  return closes
}

export function readSealed(reading: Reading): Map<string, readonly SealedLine[]> {
  const sealed = new Map<string, readonly SealedLine[]>()
  for (const { month, path } of closeFiles(reading, 'csv')) {
    const source = readSource(reading, path, sealedCodec.limit)
    if (source === null) continue
    const rows =
      readCsvFast(sealedCodec, source.text, undefined) ??
      readCsvWithCare(sealedCodec, source, undefined, reading.problems)
    const idOf = (line: SealedLine) => `${line.kind} ${line.id}`
    const known = collapseRows(rows, nothingSeen<SealedLine>(), { reading, path, idOf, cells: sealedCodec.cells })
    sealed.set(
      month,
      known.map(({ row }) => row),
    )
  }
  return sealed
}
