// A small workbook as bytes, so that tests can state its cells.
import { strToU8, zipSync } from 'fflate'

/** Rows of cells as they stand in a sheet's XML, without the reference: `<c t="s"><v>0</v></c>`. */
export interface SmallWorkbook {
  readonly sheets: readonly { readonly name: string; readonly rows: string; readonly hidden?: boolean }[]
  readonly strings?: readonly string[]
  /** numFmtId of each style. */
  readonly styles?: readonly number[]
  readonly from1904?: boolean
}

export function workbook({ sheets, strings = [], styles = [0], from1904 = false }: SmallWorkbook): Uint8Array {
  const part = (i: number) => `xl/worksheets/sheet${i + 1}.xml`
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheets
        .map((s, i) => `<sheet name="${s.name}" r:id="rId${i}"${s.hidden === true ? ' state="hidden"' : ''}/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i}" Target="${part(i).slice(3)}"/>`).join('')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings.map((s) => `<si>${s}</si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8(
      `<styleSheet><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map((s, i) => [part(i), strToU8(`<worksheet><sheetData>${s.rows}</sheetData></worksheet>`)]),
    ),
  })
}
