// Days in workbooks: numbers that only the format of their cell makes days.
import { dayOf } from '../../core/base/day.ts'

/** Formats that every workbook has by number, in western and in East Asian editions (ECMA-376 part 1, 18.8.30). */
function isUsual(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Whether a format shows days or times: one with letters for them outside of quotes, brackets and escapes. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isUsual(id)
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare)
}

/** Days since 1970 of the day 0 of the workbook's count. Day 60, 29 February 1900, never was. */
const epoch = -25569
const epoch1904 = -24107

/** `43449.5` as `2018-12-15 12:00:00`; text that is no number stays as it is. */
export function dayText(value: string, from1904: boolean): string {
  const serial = Number(value)
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return value
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const whole = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  const number = from1904 ? whole + epoch1904 : whole + epoch + (whole < 60 ? 1 : 0)
  if (seconds % 86_400 === 0) return dayOf(number)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${dayOf(number)} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
